using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>A set of processes that make calls, with an address of their own.</summary>
/// <param name="Role">Its part in the property.</param>
/// <param name="Pids">Its processes, with those that it may fork later.</param>
/// <param name="Address">Its address.</param>
internal sealed record SecurityDomain(DomainRole Role, int[] Pids, Ipv4 Address)
{
    /// <summary>The domain whose outcomes are compared.</summary>
    public static readonly SecurityDomain Prisoner = new(DomainRole.Prisoner, [2, 3, 8, 9], Ipv4.Of(10, 0, 0, 2));

    /// <summary>Another prison.</summary>
    public static readonly SecurityDomain Neighbour = new(DomainRole.Neighbour, [4, 5], Ipv4.Of(10, 0, 0, 3));

    /// <summary>Processes outside prisons, in a directory of their own.</summary>
    public static readonly SecurityDomain Host = new(DomainRole.Host, [6, 7], Ipv4.Of(10, 0, 0, 1));

    /// <summary>The domains whose calls differ between the two runs.</summary>
    public static readonly SecurityDomain[] Others = [Neighbour, Host];
}

/// <summary>The part of a domain in the property.</summary>
internal enum DomainRole
{
    /// <summary>It must not observe the others.</summary>
    Prisoner,

    /// <summary>It is another prison.</summary>
    Neighbour,

    /// <summary>It is outside prisons.</summary>
    Host,
}
