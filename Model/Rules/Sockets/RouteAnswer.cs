using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>What becomes of a request for the routing table.</summary>
/// <param name="Network">The network afterwards; an error may have changed it as well.</param>
/// <param name="Error">The error, if any.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Report">The route that the answer shows; null if the answer is the request.</param>
internal readonly record struct RouteAnswer(Network Network, Errno Error, Rule Rule, Route? Report)
{
    /// <summary>The request fails.</summary>
    public static RouteAnswer Refused(Network network, Errno error, Rule rule) => new(network, error, rule, null);

    /// <summary>The request is carried out.</summary>
    public static RouteAnswer Done(Network network, Rule rule, Route? report = null) =>
        new(network, Errno.None, rule, report);
}
