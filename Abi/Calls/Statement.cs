using System.Collections.Immutable;

namespace Verify.Abi.Calls;

/// <summary>
/// What a trace states of an outcome, all of it or less. What it does not state is null, and may have been anything.
/// </summary>
public sealed record Statement
{
    /// <summary>How the call ended.</summary>
    public ReplyKind? Kind { get; init; }

    /// <summary>The result.</summary>
    public int? Value { get; init; }

    /// <summary>The second descriptor.</summary>
    public int? Second { get; init; }

    /// <summary>The error.</summary>
    public Errno? Error { get; init; }

    /// <summary>The address returned.</summary>
    public Endpoint? Address { get; init; }

    /// <summary>The data returned, or the first bytes of it; its length is <see cref="Value"/>.</summary>
    public Data? Data { get; init; }

    /// <summary>The control data returned.</summary>
    public Data? Control { get; init; }

    /// <summary>The flags returned.</summary>
    public MessageOptions? Flags { get; init; }

    /// <summary>The text or path returned.</summary>
    public string? Text { get; init; }

    /// <summary>What poll or select found.</summary>
    public Readiness? Ready { get; init; }

    /// <summary>The packets sent; empty if there were none.</summary>
    public Few<Packet>? Sent { get; init; }

    /// <summary>The receivers; empty if there were none.</summary>
    public Few<Receiver>? Receivers { get; init; }

    /// <summary>The calls that were resumed; default if that is not stated.</summary>
    public ImmutableArray<StatedResumption> Resumed { get; init; }

    /// <summary>
    /// True if nothing is stated of the call itself, whatever is stated of the calls that it resumed.
    /// </summary>
    public bool IsSilent => Equals(new Statement { Resumed = Resumed });

    /// <summary>
    /// States all of an outcome but a long run of zeros at the end of its data. That there is no packet, receiver or
    /// resumed call remains unstated.
    /// </summary>
    public static Statement Of(in Outcome seen)
    {
        Reply reply = seen.Reply;
        Effects effects = seen.Effects;
        bool returned = reply.Kind == ReplyKind.Returned;
        return new Statement
        {
            Kind = reply.Kind,
            Value = returned ? reply.Value : null,
            Second = returned && reply.Second != 0 ? reply.Second : null,
            Error = reply.Kind == ReplyKind.Failed ? reply.Error : null,
            Address = reply.Address,
            Data = reply.Data?.WithoutLongTail(),
            Control = reply.Control.Length > 0 ? reply.Control : null,
            Flags = reply.Flags != MessageOptions.None ? reply.Flags : null,
            Text = reply.Text,
            Ready = reply.Ready,
            Sent = effects.Sent.IsEmpty ? null : effects.Sent,
            Receivers = effects.Receivers.IsEmpty ? null : effects.Receivers,
            Resumed = effects.Resumed.IsEmpty
                ? default
                : [.. effects.Resumed.Select(one => new StatedResumption(one.Pid, one.Call, Of(one.Outcome)))],
        };
    }

    /// <summary>What another statement of the same outcome states, and also that there is none of something.</summary>
    /// <param name="whole">States at least as much as this one but for that.</param>
    internal Statement CompletedBy(Statement whole) => whole with
    {
        Sent = Sent ?? whole.Sent,
        Receivers = Receivers ?? whole.Receivers,
        Resumed = Resumed.IsDefault
            ? whole.Resumed
            : [.. Resumed.Zip(whole.Resumed, (stated, all) => all with
            {
                Statement = stated.Statement.CompletedBy(all.Statement),
            })],
    };

    /// <summary>True if the outcome has everything that is stated.</summary>
    public bool Fits(in Outcome seen) => FitsReply(seen.Reply) && FitsEffects(seen.Effects);

    /// <summary>The outcome that has what is stated and nothing else; data has zeros up to its length.</summary>
    public Outcome Least => new()
    {
        Reply = new Reply
        {
            Kind = Kind ?? ReplyKind.Returned,
            Value = Kind == ReplyKind.Failed ? -1 : Value ?? 0,
            Second = Second ?? 0,
            Error = Error ?? Errno.None,
            Address = Address,
            Data = Data is { } data ? data.PaddedTo(Math.Max(data.Length, Value ?? 0)) : null,
            Control = Control ?? default,
            Flags = Flags ?? MessageOptions.None,
            Text = Text,
            Ready = Ready,
        },
        Effects = new Effects
        {
            Sent = Sent ?? default,
            Receivers = Receivers ?? default,
            Resumed = Resumed.IsDefault
                ? default
                : [.. Resumed.Select(one => new Resumption(one.Pid, one.Call, one.Statement.Least))],
        },
    };

    /// <summary>States the same.</summary>
    public bool Equals(Statement? other) =>
        other is not null
        && Kind == other.Kind && Value == other.Value && Second == other.Second && Error == other.Error
        && Address == other.Address && Data == other.Data && Control == other.Control && Flags == other.Flags
        && Text == other.Text && Ready == other.Ready
        && Sent == other.Sent && Receivers == other.Receivers
        && Resumed.IsDefault == other.Resumed.IsDefault
        && (Resumed.IsDefault || Resumed.SequenceEqual(other.Resumed));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Value, Error, Address, Data, Text, Sent, Receivers);

    /// <summary>As in the trace text: <c>-1 EADDRINUSE</c>.</summary>
    public override string ToString() => Notation.Current.Of(this);

    private static bool Starts(Data all, Data first) =>
        first.Length <= all.Length && all.Slice(0, first.Length) == first;

    private bool FitsReply(in Reply seen) =>
        (Kind is not { } kind || kind == seen.Kind)
        && (Value is not { } value || value == seen.Value)
        && (Second is not { } second || second == seen.Second)
        && (Error is not { } error || error == seen.Error)
        && (Address is not { } address || address == seen.Address)
        && (Data is not { } data || seen.Data is { } received && Starts(received, data))
        && (Control is not { } control || control == seen.Control)
        && (Flags is not { } flags || flags == seen.Flags)
        && (Text is not { } text || text == seen.Text)
        && (Ready is not { } ready || ready == seen.Ready);

    private bool FitsEffects(in Effects seen) =>
        (Sent is not { } sent || sent == seen.Sent)
        && (Receivers is not { } receivers || receivers == seen.Receivers)
        && (Resumed.IsDefault || FitsResumed(seen.Resumed));

    private bool FitsResumed(ImmutableArray<Resumption> seen) =>
        Resumed.Length == seen.Length
        && Resumed.Zip(seen).All(pair =>
            pair.First.Pid == pair.Second.Pid
            && pair.First.Call == pair.Second.Call
            && pair.First.Statement.Fits(pair.Second.Outcome));
}

/// <summary>What a trace states of a sleeping call that was resumed.</summary>
/// <param name="Pid">The process that made it.</param>
/// <param name="Call">Its name in the trace text.</param>
/// <param name="Statement">How it ended.</param>
public readonly record struct StatedResumption(int Pid, string Call, Statement Statement);
