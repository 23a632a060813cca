using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>A process: its credentials, its directories, its descriptors, and the call that it sleeps in.</summary>
public sealed record Process
{
    /// <summary>Its id.</summary>
    public required int Pid { get; init; }

    /// <summary>Its parent; 0 if that has exited.</summary>
    public int Parent { get; init; }

    /// <summary>Its user ids.</summary>
    public Ids User { get; init; }

    /// <summary>Its group ids; it is a member of the effective group.</summary>
    public Ids Group { get; init; }

    /// <summary>The groups besides the effective one.</summary>
    public ImmutableArray<int> OtherGroups { get; init; } = [];

    /// <summary>True once an id of the process, or of one that it was forked from, has changed (P_SUGID).</summary>
    public bool HasChangedIds { get; init; }

    /// <summary>True if its parent traces it (P_TRACED).</summary>
    public bool IsTraced { get; init; }

    /// <summary>True once the superuser has started to ktrace it, which excludes other users.</summary>
    public bool IsRecordedByRoot { get; init; }

    /// <summary>The id of its process group: the pid of the process that created the group.</summary>
    public int ProcessGroup { get; init; } = 1;

    /// <summary>The id of its session: the pid of its leader, which created it.</summary>
    public int Session { get; init; } = 1;

    /// <summary>Its nice value, -20 to 20.</summary>
    public int Nice { get; init; }

    /// <summary>The mode bits that new files do not get.</summary>
    public int Umask { get; init; } = Octal.Mode("022");

    /// <summary>The login name: the same for all processes of one session and prison.</summary>
    public string Login { get; init; } = "";

    /// <summary>The soft limit on descriptors.</summary>
    public required int Limit { get; init; }

    /// <summary>The hard limit on descriptors.</summary>
    public required int HardLimit { get; init; }

    /// <summary>The root directory: where absolute paths start.</summary>
    public Vnode Root { get; init; } = Vnode.Root;

    /// <summary>The current directory: where relative paths start.</summary>
    public Vnode Directory { get; init; } = Vnode.Root;

    /// <summary>The prison it is in; null on the host.</summary>
    public Prison? Prison { get; init; }

    /// <summary>The descriptor table, by number.</summary>
    public ImmutableArray<DescriptorEntry> Files { get; init; } = [];

    /// <summary>For how many descriptors the table has room.</summary>
    public int TableSize { get; init; } = TableSizes.First;

    /// <summary>What signals do to it.</summary>
    public Dispositions Actions { get; init; } = Dispositions.Default;

    /// <summary>The call that it sleeps in, or continues soon; null for a process that makes calls (R2).</summary>
    public Sleep? Sleep { get; init; }

    /// <summary>Its effective user id.</summary>
    public int Uid => User.Effective;

    /// <summary>Its effective group id.</summary>
    public int Gid => Group.Effective;

    /// <summary>All its groups, the effective one first.</summary>
    public ImmutableArray<int> Groups => OtherGroups.Insert(0, Gid);

    /// <summary>True for the superuser, also in a prison.</summary>
    public bool IsSuperuser => Uid == 0;

    /// <summary>True for the superuser outside any prison.</summary>
    public bool IsHostSuperuser => IsSuperuser && Prison is null;

    /// <summary>True if it is a member of the group.</summary>
    public bool IsIn(int gid) => gid == Gid || OtherGroups.Contains(gid);

    /// <summary>
    /// True if the other process is visible (J6): on the host all are, in a prison those of the prison.
    /// </summary>
    public bool Sees(Process other) => Prison is null || other.Prison?.Id == Prison.Id;

    /// <summary>The entry of a descriptor; <see cref="DescriptorEntry.Closed"/> if it is not open.</summary>
    public DescriptorEntry FileAt(int fd) => (uint)fd < (uint)Files.Length ? Files[fd] : DescriptorEntry.Closed;

    /// <summary>The lowest free descriptor; it may be above the limit.</summary>
    public int FreeDescriptor => FreeDescriptorFrom(0);

    /// <summary>The number of open descriptors.</summary>
    public int OpenFiles
    {
        get
        {
            int open = 0;
            foreach (DescriptorEntry file in Files)
            {
                open += file.IsOpen ? 1 : 0;
            }

            return open;
        }
    }

    /// <summary>The lowest free descriptor that is not below another; it may be above the limit.</summary>
    public int FreeDescriptorFrom(int least)
    {
        while (FileAt(least).IsOpen)
        {
            least++;
        }

        return least;
    }

    /// <summary>The same process with a descriptor opened or closed.</summary>
    public Process With(int fd, DescriptorEntry file) => this with
    {
        Files = fd < Files.Length ? Files.SetItem(fd, file)
            : fd == Files.Length ? Files.Add(file)
            : [.. Files, .. Enumerable.Repeat(DescriptorEntry.Closed, fd - Files.Length), file],
        TableSize = TableSizes.Grown(TableSize, fd),
    };
}
