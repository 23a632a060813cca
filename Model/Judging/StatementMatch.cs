using System.Globalization;
using System.Text.RegularExpressions;
using Verify.Abi;

namespace Verify.Model.Judging;

/// <summary>
/// Compares what is stated with an outcome in which stand-ins take the place of unknown ports: the statement may say
/// which ports they are.
/// </summary>
internal static class StatementMatch
{
#pragma warning disable SYSLIB1045 // Mutants of the model are compiled without source generators.
    /// <summary>A port in a listing of sockets.</summary>
    private static readonly Regex Port = new("(?<=:)[0-9]+");
#pragma warning restore SYSLIB1045

    /// <summary>
    /// The possibility after the call, with the ports that the statement tells; null if it does not fit.
    /// </summary>
    /// <param name="stated">What is stated.</param>
    /// <param name="outcome">An allowed outcome.</param>
    /// <param name="after">The possibility after it.</param>
    public static Possibility? Of(Statement stated, in Outcome outcome, Possibility after)
    {
        if (after.Ports.IsEmpty)
        {
            return stated.Fits(outcome) ? after : null;
        }

        var told = new Dictionary<ushort, ushort>();
        Collect(stated, outcome, told);
        Outcome known = outcome;
        foreach (UnknownPort unknown in after.Ports)
        {
            if (told.TryGetValue(unknown.StandIn, out ushort port) && port != unknown.StandIn)
            {
                if (!after.MayBe(unknown, port))
                {
                    return null;
                }

                after = after.With(unknown, port);
                known = Renamed(known, unknown.StandIn, port);
            }
        }

        return WithoutUnknownLength(stated, known, after).Fits(known) ? after : null;
    }

    /// <summary>Pairs the ports of an outcome with those stated in the same places.</summary>
    private static void Collect(Statement stated, in Outcome outcome, Dictionary<ushort, ushort> told)
    {
        if (stated.Address is { } address && outcome.Address is { } allowed)
        {
            told.TryAdd(allowed.Port, address.Port);
        }

        if (stated.Sent is { } sent && sent.Count == outcome.Sent.Count)
        {
            for (int i = 0; i < sent.Count; i++)
            {
                told.TryAdd(outcome.Sent[i].Source.Port, sent[i].Source.Port);
                told.TryAdd(outcome.Sent[i].Destination.Port, sent[i].Destination.Port);
            }
        }

        if (stated.Text is { } text && outcome.Text is { } listed)
        {
            foreach ((Match claim, Match port) in Port.Matches(text).Zip(Port.Matches(listed)))
            {
                if (ushort.TryParse(claim.Value, CultureInfo.InvariantCulture, out ushort value)
                    && ushort.TryParse(port.Value, CultureInfo.InvariantCulture, out ushort expected))
                {
                    told.TryAdd(expected, value);
                }
            }
        }

        if (!stated.Resumed.IsDefault)
        {
            foreach ((StatedResumption claim, Resumption resumed) in stated.Resumed.Zip(outcome.Effects.Resumed))
            {
                Collect(claim.Statement, resumed.Outcome, told);
            }
        }
    }

    private static Outcome Renamed(in Outcome outcome, ushort from, ushort to)
    {
        Reply reply = outcome.Reply;
        if (reply.Text is { } text)
        {
            string renamed = Port.Replace(text, port => port.Value == $"{from}" ? $"{to}" : port.Value);
            reply = reply with { Text = renamed, Value = reply.Value + renamed.Length - text.Length };
        }

        return new Outcome
        {
            Reply = reply with { Address = reply.Address is { } address ? Of(address) : null },
            Effects = new Effects
            {
                Sent = outcome.Sent.Select(packet => packet with
                {
                    Source = Of(packet.Source),
                    Destination = Of(packet.Destination),
                }),
                Receivers = outcome.Receivers,
                Resumed =
                [
                    .. outcome.Effects.Resumed.Select(one => one with { Outcome = Renamed(one.Outcome, from, to) }),
                ],
            },
        };

        Endpoint Of(Endpoint endpoint) => endpoint.Port == from ? endpoint with { Port = to } : endpoint;
    }

    /// <summary>The length of a text depends on how many digits an unknown port in it has.</summary>
    private static Statement WithoutUnknownLength(Statement stated, in Outcome outcome, Possibility after) =>
        stated.Text is null && outcome.Text is { } text
        && Port.Matches(text).Any(port => after.Ports.Any(unknown => port.Value == $"{unknown.StandIn}"))
            ? stated with { Value = null }
            : stated;
}
