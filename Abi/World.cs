using System.Collections.Immutable;

namespace Verify.Abi;

/// <summary>
/// The machine at boot: interfaces, sizes, files and port ranges. Process 1 runs as the superuser outside any prison,
/// with descriptors 0, 1 and 2 open on the console.
/// </summary>
public sealed record World
{
    /// <summary>Interfaces in the order of configuration; the very first address is the primary one.</summary>
    public ImmutableArray<Interface> Interfaces { get; init; } = [];

    /// <summary>Sizes fixed at boot.</summary>
    public Tunables Tunables { get; init; } = new();

    /// <summary>The files of the root file system, each directory before its contents.</summary>
    public ImmutableArray<BootFile> Files { get; init; } = [];

    /// <summary>sysctl writes of the host's superuser at boot, in order.</summary>
    public ImmutableArray<PortSetting> Settings { get; init; } = [];

    /// <summary>
    /// False if a process that is woken continues as soon as the call that woke it has ended. True if it waits for the
    /// processor: the trace says when it continues.
    /// </summary>
    public bool WakesLater { get; init; }

    /// <summary>
    /// False if outside hosts accept every connection at once. True if the trace says when and how they answer.
    /// </summary>
    public bool AnswersLater { get; init; }

    /// <summary>Same interfaces, sizes, files, settings and timing.</summary>
    public bool Equals(World? other) =>
        other is not null
        && Interfaces.SequenceEqual(other.Interfaces)
        && Tunables == other.Tunables
        && Files.SequenceEqual(other.Files)
        && Settings.SequenceEqual(other.Settings)
        && (WakesLater, AnswersLater) == (other.WakesLater, other.AnswersLater);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Interfaces.Length, Tunables, Files.Length, Settings.Length);
}

/// <summary>One boot-time write of a port range variable.</summary>
public readonly record struct PortSetting(PortVariable Variable, int Value);
