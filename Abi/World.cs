using System.Collections.Immutable;

namespace Verify.Abi;

/// <summary>
/// The machine at boot: interfaces, sizes, port ranges. Process 1 runs as the superuser outside every prison, with
/// descriptors 0, 1 and 2 open on the console. Outside hosts answer every connection (the simulated wire).
/// </summary>
public sealed record World
{
    /// <summary>Interfaces in the order in which they were configured; the first address of all is the primary one.</summary>
    public ImmutableArray<Interface> Interfaces { get; init; } = [];

    /// <summary>Sizes fixed at boot.</summary>
    public Tunables Tunables { get; init; } = new();

    /// <summary>What the root file system has besides its root directory, a directory before what is in it.</summary>
    public ImmutableArray<BootFile> Files { get; init; } = [];

    /// <summary>sysctl writes made by the host's superuser at boot, in order.</summary>
    public ImmutableArray<PortSetting> Settings { get; init; } = [];

    /// <summary>Same interfaces, sizes, files and settings.</summary>
    public bool Equals(World? other) =>
        other is not null
        && Interfaces.SequenceEqual(other.Interfaces)
        && Tunables == other.Tunables
        && Files.SequenceEqual(other.Files)
        && Settings.SequenceEqual(other.Settings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Interfaces.Length, Tunables, Files.Length, Settings.Length);
}

/// <summary>One boot-time write of a port range variable.</summary>
public readonly record struct PortSetting(PortVariable Variable, int Value);
