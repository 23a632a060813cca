using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>
/// The resources that prisons and the host share, so that calls on them may be observed. These are all exceptions;
/// docs/noninterference.md gives the reason for each.
/// </summary>
public static class SharedResources
{
    /// <summary>The exceptions, by the names in the document.</summary>
    public static IReadOnlyList<string> All { get; } =
        [ProcessIds, HostsRight, Variables, Addresses, Quotas, NodeNumbers, RangePorts, Counters, Tables];

    private const string ProcessIds = "process ids";
    private const string HostsRight = "the host's right";
    private const string Variables = "variables of the machine";
    private const string Addresses = "addresses";
    private const string Quotas = "quotas";

    /// <summary>Not compared; see <see cref="Observation"/>.</summary>
    private const string NodeNumbers = "node numbers";

    /// <summary>Not compared; see <see cref="Observation"/>.</summary>
    private const string RangePorts = "ports from ranges";

    /// <summary>Not read; see <see cref="DomainCallGenerator"/>.</summary>
    private const string Counters = "counters of UDP";

    /// <summary>Large enough; see <see cref="InitialSystem"/>.</summary>
    private const string Tables = "tables";

    private static readonly Ipv4 Outside = Ipv4.Of(10, 0, 0, 9);

    /// <summary>
    /// The resource that a call shares with the prisoner, or a prisoner's call with others; null for a private call.
    /// </summary>
    internal static string? Reason(SecurityDomain domain, Call call) => (domain.Role, call) switch
    {
        (DomainRole.Prisoner, Call.Connect c) when !IsOwnAddress(domain, c.Address) => Addresses,
        (DomainRole.Prisoner, Call.Sending { Address: { } address }) when !IsOwnAddress(domain, address) => Addresses,
        (DomainRole.Prisoner, _) => null,
        (_, Call.Fork) => ProcessIds,
        (_, Call.Connect c) when IsPrisoners(c.Address) => Addresses,
        (_, Call.Sending { Address: { } address }) when IsPrisoners(address) => Addresses,
        (DomainRole.Neighbour, _) => null,
        (_, Call.Kill { Target: var target }) when target <= 0 || IsPrisoner(target) => HostsRight,
        (_, Call.KTrace { Target: var target }) when target < 0 || IsPrisoner(target) => HostsRight,
        (_, Call.PTrace c) when IsPrisoner(c.Target) => HostsRight,
        (_, Call.SetPriority c) when c.Which != PriorityOf.PRIO_PROCESS || IsPrisoner(c.Target) => HostsRight,
        (_, Call.SysctlWrite) => Variables,
        (_, Call.Bind { Address.Path: null } c) when c.Address.Endpoint.Address.IsAny || IsPrisoners(c.Address) =>
            Addresses,
        (_, Call.QuotaCtl) => Quotas,
        _ => null,
    };

    /// <summary>True for each name of the prisoner's own address, and for other hosts.</summary>
    private static bool IsOwnAddress(SecurityDomain domain, SocketAddress address) =>
        address.Endpoint.Address is var to
        && (to.IsAny || to == Ipv4.Loopback || to == domain.Address || to == Outside);

    private static bool IsPrisoners(SocketAddress address) =>
        address.Endpoint.Address == SecurityDomain.Prisoner.Address;

    private static bool IsPrisoner(int pid) => SecurityDomain.Prisoner.Pids.Contains(pid);
}
