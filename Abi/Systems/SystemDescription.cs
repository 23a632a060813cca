using System.Collections.Immutable;
using Verify.Abi.Calls;

namespace Verify.Abi.Systems;

/// <summary>
/// What a system is, and which of the vocabulary it has. The default has everything, as the reference kernel does.
/// </summary>
public sealed record SystemDescription
{
    /// <summary>The reference kernel.</summary>
    public static SystemDescription Complete { get; } = new();

    /// <summary>Its name, for messages.</summary>
    public string Name { get; init; } = "reference kernel";

    /// <summary>The kinds of call that it has: cases of <see cref="Call"/>. Null for all.</summary>
    public ImmutableHashSet<Type>? Calls { get; init; }

    /// <summary>The socket options that it has; null for all, and for numbers of no option.</summary>
    public ImmutableHashSet<SocketOption>? Options { get; init; }

    /// <summary>The user ids that its processes may have; null for any.</summary>
    public ImmutableHashSet<int>? Users { get; init; }

    /// <summary>
    /// The privileges of its superuser; null for all. Calls that stand for another privilege count as calls that it
    /// does not have.
    /// </summary>
    public ImmutableHashSet<Privilege>? Privileges { get; init; }

    /// <summary>True if the same world and calls always give the same outcomes.</summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>The dialect that it speaks: the name of a set of differences from FreeBSD 4.0.</summary>
    public string Dialect { get; init; } = "freebsd-4.0";
}
