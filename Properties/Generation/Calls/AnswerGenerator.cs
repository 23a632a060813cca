using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates the answers of other hosts to connection requests, and resets of connections.</summary>
internal static class AnswerGenerator
{
    public static Call? Accept(RunContext run) =>
        TryChoose(run, out Endpoint there, out Endpoint here) ? new Call.WireTcpAccept(there, here) : null;

    public static Call? Reset(RunContext run) =>
        TryChoose(run, out Endpoint there, out Endpoint here) ? new Call.WireTcpReset(there, here) : null;

    public static Call? Timeout(RunContext run) =>
        TryChoose(run, out Endpoint there, out Endpoint here) ? new Call.WireTcpTimeout(there, here) : null;

    /// <summary>Any of the three for the request of a socket.</summary>
    public static Call To(RunContext run, Socket socket) => run.Random.Below(4) switch
    {
        0 => new Call.WireTcpReset(socket.Foreign, socket.Local),
        1 => new Call.WireTcpTimeout(socket.Foreign, socket.Local),
        _ => new Call.WireTcpAccept(socket.Foreign, socket.Local),
    };

    /// <summary>Mostly the ends of a request without an answer, else of a connection; sometimes a wrong port.</summary>
    private static bool TryChoose(RunContext run, out Endpoint there, out Endpoint here)
    {
        ref Prng random = ref run.Random;
        Socket? socket = run.FindSocket(IsUnanswered) ?? (random.Chance(25) ? run.FindSocket(IsConnectedTcp) : null);
        (there, here) = (socket?.Foreign ?? default, socket?.Local ?? default);
        if (random.Chance(5))
        {
            here = here with { Port = Addresses.LookAlike(ref random, here.Port) };
        }

        return socket is not null;
    }

    private static bool IsUnanswered(Socket socket) => socket.IsUnanswered;

    private static bool IsConnectedTcp(Socket socket) => socket.Protocol == Protocol.Tcp && socket.IsConnected;
}
