using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>Who makes calls: its processes, and the address that is its own.</summary>
/// <param name="Role">What it is here for.</param>
/// <param name="Pids">Its processes, those among them that it may yet fork.</param>
/// <param name="Address">Its address.</param>
internal sealed record SecurityDomain(DomainRole Role, int[] Pids, Ipv4 Address)
{
    /// <summary>The one whose outcomes are compared.</summary>
    public static readonly SecurityDomain Prisoner = new(DomainRole.Prisoner, [2, 3, 8, 9], Ipv4.Of(10, 0, 0, 2));

    /// <summary>Another prison.</summary>
    public static readonly SecurityDomain Neighbour = new(DomainRole.Neighbour, [4, 5], Ipv4.Of(10, 0, 0, 3));

    /// <summary>Processes outside, which keep to a directory of their own.</summary>
    public static readonly SecurityDomain Host = new(DomainRole.Host, [6, 7], Ipv4.Of(10, 0, 0, 1));

    /// <summary>Those whose calls differ between two runs.</summary>
    public static readonly SecurityDomain[] Others = [Neighbour, Host];
}

/// <summary>What a domain is here for.</summary>
internal enum DomainRole
{
    /// <summary>It must not notice the others.</summary>
    Prisoner,

    /// <summary>It is in another prison.</summary>
    Neighbour,

    /// <summary>It is in none.</summary>
    Host,
}
