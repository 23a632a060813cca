using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Sending on a routing socket: what is a request, who may make it, and who hears of it (net/rtsock.c).
/// </summary>
internal static class RouteMessageRules
{
    public static readonly Rule RouteUrgent = new(
        "S9.route-urgent", "Sending with MSG_OOB or with control data on a routing socket fails with EOPNOTSUPP.",
        "net/raw_usrreq.c:raw_usend");
    public static readonly Rule RouteTo = new(
        "S9.route-to", "Sending to an address on a routing socket fails with EISCONN.", "net/raw_usrreq.c:raw_usend");
    public static readonly Rule RouteNoWord = new(
        "S9.route-no-word", "Sending less than four bytes on a routing socket fails with ENOBUFS, and nobody hears it.",
        "net/rtsock.c:route_output");
    public static readonly Rule RouteLength = new(
        "S9.route-length",
        "A message that is shorter than its header, or has not the length that it states, is EINVAL, and is heard as "
        + "it is.",
        "net/rtsock.c:route_output");
    public static readonly Rule RouteVersion = new(
        "S9.route-version", "A message of another version than 5 is EPROTONOSUPPORT.", "net/rtsock.c:route_output");
    public static readonly Rule RouteDenied = new(
        "J4.route-denied",
        "A message other than RTM_GET by anybody but the superuser outside any prison, and every message by a "
        + "prisoner, fails with EPERM; nobody hears it.",
        "D57");
    public static readonly Rule RouteAddresses = new(
        "S9.route-addresses",
        "A message whose addresses do not fit in it, or without a destination, or with an unknown family, is EINVAL.",
        "net/rtsock.c:rt_xaddrs");
    public static readonly Rule RouteKind = new(
        "S9.route-kind", "A message of a kind that is no request is EOPNOTSUPP.", "net/rtsock.c:route_output");
    public static readonly Rule RouteDone = new(
        "S9.route-done",
        "All routing sockets hear a request, with the process and RTF_DONE or the error; without SO_USELOOPBACK the "
        + "sender does not.",
        "net/rtsock.c:route_output");

    /// <summary>Less than that is no message at all.</summary>
    private const int Word = 4;

    /// <summary>Where the kind is in a message.</summary>
    private const int KindAt = 3;

    /// <summary>Sending, as far as it is the same for every message.</summary>
    public static Verdict Send(ref CallCheck check, Process caller, Socket socket, Call.Sending call) =>
        Denial(socket, call) is { } denial ? check.Fails(denial) : Request(ref check, caller, socket, call.Content);

    private static Denial? Denial(Socket socket, Call.Sending call) =>
        call.Address is { } address && AddressRules.CopyDenial(address) is { } uncopied ? uncopied
        : PassingRules.CopyDenial(call) is { } noControl ? noControl
        : socket.CannotSend ? new Denial(Errno.EPIPE, ShutdownRules.SendShut)
        : DatagramRules.TooLong(socket.Buffers.Send, call) is { } tooLong ? tooLong
        : call.Options.HasFlag(MessageOptions.MSG_OOB) || call.Attached.Length > 0
            ? new Denial(Errno.EOPNOTSUPP, RouteUrgent)
        : call.Address is not null ? new Denial(Errno.EISCONN, RouteTo)
        : call.Content.Length < Word ? new Denial(Errno.ENOBUFS, RouteNoWord)
        : null;

    private static Verdict Request(ref CallCheck check, Process caller, Socket socket, Data message)
    {
        bool maySend = caller.Prison is null
            && ((RouteMessageKind)message[KindAt] == RouteMessageKind.RTM_GET
                || check.Grants(caller, Privilege.ChangeRoute));
        if (message.Length < RoutingHeader.Size || message.Length != (message[0] | message[1] << 8))
        {
            var wrong = new Denial(Errno.EINVAL, RouteLength);
            return maySend
                ? Heard(ref check, check.State, socket, wrong, new RouteNews(check.State.Host.LastRouteFamily, message))
                : check.Fails(wrong);
        }

        var header = new RoutingHeader(message.ToArray());
        if (header.Version != RoutingHeader.Current)
        {
            var wrong = new Denial(Errno.EPROTONOSUPPORT, RouteVersion);
            return maySend ? Refused(ref check, check.State, socket, wrong, header, null) : check.Fails(wrong);
        }

        if (!maySend)
        {
            return check.Fails(Errno.EPERM, RouteDenied);
        }

        header = header with { Pid = caller.Pid };
        if (RouteRequest.Of(message, header) is not { } request)
        {
            return Refused(ref check, check.State, socket, new Denial(Errno.EINVAL, RouteAddresses), header, null);
        }

        RouteAnswer answer = request.HasKnownFamilies
            ? RouteRules.Answer(check.State, request)
            : RouteAnswer.Refused(check.State.Network, Errno.EINVAL, RouteAddresses);
        State state = check.State with { Host = check.State.Host with { Network = answer.Network } };
        if (answer.Error != Errno.None)
        {
            return Refused(
                ref check, state, socket, new Denial(answer.Error, answer.Rule), header, request.Destination);
        }

        check.Use(answer.Rule);
        Data reply = answer.Report is { } route
            ? RouteReport.Of(state.Network, route, header, message)
            : (header with { Flags = header.Flags | RouteOptions.RTF_DONE }).Bytes;
        var news = new RouteNews((int)request.Destination!.Value.Family, reply);
        Outcome outcome = Outcome.Returned(message.Length);
        state = RoutingSocketRules.Heard(ref check, state, news, Deaf(socket), ref outcome);
        return check.Must(outcome, state, RouteDone);
    }

    /// <summary>The message is heard with an error in it.</summary>
    private static Verdict Refused(
        ref CallCheck check, State state, Socket socket, Denial why, RoutingHeader header, RouteAddress? destination)
    {
        int family = destination is { } known ? (int)known.Family : state.Host.LastRouteFamily;
        return Heard(
            ref check, state, socket, why, new RouteNews(family, (header with { Error = why.Error }).Bytes));
    }

    private static Verdict Heard(ref CallCheck check, State state, Socket socket, Denial why, RouteNews news)
    {
        Outcome outcome = Outcome.Failed(why.Error);
        state = RoutingSocketRules.Heard(ref check, state, news, Deaf(socket), ref outcome);
        return check.Must(outcome, state, why.Rule);
    }

    /// <summary>The id of the sender if it does not hear itself; else 0.</summary>
    private static int Deaf(Socket socket) =>
        socket.Options.Contains(SocketOption.SO_USELOOPBACK) ? 0 : socket.Id;
}
