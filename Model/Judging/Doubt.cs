using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>Why an outcome that no state allows may be right all the same.</summary>
internal static class Doubt
{
    /// <summary>
    /// The rows of docs/deviations.md by which the model leaves out what a real system does; a rule with such a source
    /// says what is done in its place.
    /// </summary>
    public static readonly ImmutableArray<string> LeftOut =
    [
        "TCP data and close", "Outside hosts", "Other sockets", "Contents of files",
    ];

    /// <summary>The reason; null if there is none, and the outcome is not allowed.</summary>
    /// <param name="before">A state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="stated">What is stated.</param>
    /// <param name="others">What is allowed instead.</param>
    /// <param name="unknowns">What the trace does not tell.</param>
    public static string? About(
        State before, Call call, Statement stated, ImmutableArray<Branch> others, Unknowns unknowns)
    {
        if (others.Select(branch => branch.Rule).FirstOrDefault(rule => LeftOut.Contains(rule.Source)) is { } rule)
        {
            return $"the model leaves this out (docs/deviations.md, {rule.Source})";
        }

        bool hasResumed = !stated.Resumed.IsDefault;
        return unknowns.HasFlag(Unknowns.Hosts)
                && (hasResumed || Spec.ShowsCounters(call) || DependsOnHosts(before, call))
                ? "what outside hosts do is not known"
            : unknowns.HasFlag(Unknowns.Descriptors) && IsBeyondFirstTable(before, call)
                ? "how large the table of descriptors is, is not known"
            : unknowns.HasFlag(Unknowns.Descriptors) && (hasResumed || DependsOnSockets(before, call, stated))
                ? "what other sockets of this host do is not known"
            : null;
    }

    private static bool DependsOnHosts(State state, Call call) =>
        Waiting(state, call) is { } waiting ? AsksSocket(state, waiting)
        : HiddenPackets.Made(state, call) is { } made
            && HiddenPackets.SocketOf(state, made) is { IsIdle: false } socket
            && (made is Call.Accept or Call.Receiving or Call.IoctlReadable
                || (IsOfConnection(made, socket)
                    && (HiddenPackets.IsOutside(state, socket.Foreign.Address)
                        || made is Call.Connect or Call.Sending)));

    /// <summary>The poll or select that is made, or that continues.</summary>
    private static Call.ByProcess? Waiting(State state, Call call) =>
        (call is Call.Resume resume ? state.FindProcess(resume.Pid)?.Sleep?.Call : call)
            is Call.ByProcess and (Call.Poll or Call.Select) and var made ? (Call.ByProcess)made : null;

    private static bool AsksSocket(State state, Call.ByProcess waiting) => Asked(waiting).Any(fd =>
        HiddenPackets.SocketOf(state, new Call.IoctlReadable(waiting.Pid, fd)) is { IsIdle: false });

    /// <summary>
    /// True for a poll or select that looks beyond a new table: the process may have had more descriptors open.
    /// </summary>
    private static bool IsBeyondFirstTable(State state, Call call) => Waiting(state, call) switch
    {
        Call.Poll poll => poll.Entries.Count > TableSizes.First,
        Call.Select select => select.Count > TableSizes.First,
        _ => false,
    };

    /// <summary>The descriptors of a poll or select; of any other call none.</summary>
    public static IEnumerable<int> Asked(Call.ByProcess waiting) => waiting switch
    {
        Call.Poll poll => poll.Entries.All.Select(entry => entry.Fd),
        Call.Select { Sets: var sets } select =>
            new[] { sets.Read, sets.Write, sets.Except }
                .SelectMany(set => set?.All ?? []).Where(fd => fd < select.Count),
        _ => [],
    };

    private static bool DependsOnSockets(State state, Call call, Statement stated) => call switch
    {
        _ when Waiting(state, call) is { } waiting => AsksSocket(state, waiting),
        Call.WireUdp or Call.WireIp or Call.WireTcp or Call.SysctlRead => true,
        Call.Jail or Call.ChRoot => stated.Error is Errno.EBUSY or Errno.EPERM,
        Call.Bind or Call.Listen => stated.Error is Errno.EADDRINUSE or Errno.EAGAIN,
        Call.Socket or Call.SocketPair or Call.Open or Call.Dup or Call.FcntlDup =>
            stated.Error is Errno.EMFILE or Errno.ENOBUFS,
        _ => HiddenPackets.Made(state, call) is { } made
            && HiddenPackets.SocketOf(state, made) is { IsIdle: false } socket
            && (made is Call.Accept or Call.Receiving or Call.IoctlReadable
                || IsOfConnection(made, socket)),
    };

    /// <summary>True for a call whose outcome depends on the other end.</summary>
    private static bool IsOfConnection(Call.OnDescriptor made, Socket socket) =>
        made is Call.Connect or Call.Sending or Call.GetSockOpt { Option: SocketOption.SO_ERROR }
        || (made is Call.GetSockName or Call.GetPeerName or Call.Shutdown && socket.Protocol == Protocol.Tcp);
}
