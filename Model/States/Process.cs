using System.Collections.Immutable;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>A process: who it is, where it is and what it has open.</summary>
public sealed record Process
{
    /// <summary>Its id.</summary>
    public required int Pid { get; init; }

    /// <summary>Its parent; 0 where that has ended.</summary>
    public int Parent { get; init; }

    /// <summary>Its user ids.</summary>
    public Ids User { get; init; }

    /// <summary>Its group ids; it is in the effective group.</summary>
    public Ids Group { get; init; }

    /// <summary>The groups that it is in besides the effective one.</summary>
    public ImmutableArray<int> OtherGroups { get; init; } = [];

    /// <summary>True where an id has changed, of it or of one that it is the child of (P_SUGID): for good.</summary>
    public bool HasChangedIds { get; init; }

    /// <summary>True where its parent traces it (P_TRACED).</summary>
    public bool IsTraced { get; init; }

    /// <summary>True where the superuser has begun to ktrace it, so that nobody else may.</summary>
    public bool IsRecordedByRoot { get; init; }

    /// <summary>The id of its process group: that of the process that made it.</summary>
    public int ProcessGroup { get; init; } = 1;

    /// <summary>The id of its session: that of the process that made it, its leader.</summary>
    public int Session { get; init; } = 1;

    /// <summary>Its nice value, -20 to 20.</summary>
    public int Nice { get; init; }

    /// <summary>The bits that what it makes does not get.</summary>
    public int Umask { get; init; } = 0x12;

    /// <summary>Who logged in, as one says: the same for all of one session and prison.</summary>
    public string Login { get; init; } = "";

    /// <summary>How many descriptors it may have: the soft limit.</summary>
    public required int Limit { get; init; }

    /// <summary>What the soft limit may be raised to: the hard limit.</summary>
    public required int HardLimit { get; init; }

    /// <summary>Where absolute paths start.</summary>
    public Vnode Root { get; init; } = Vnode.Root;

    /// <summary>Where other paths start.</summary>
    public Vnode Directory { get; init; } = Vnode.Root;

    /// <summary>The prison it is in; null on the host.</summary>
    public Prison? Prison { get; init; }

    /// <summary>What each descriptor names, by number; see <see cref="DescriptorEntry"/>.</summary>
    public ImmutableArray<DescriptorEntry> Files { get; init; } = [];

    /// <summary>Its effective user id.</summary>
    public int Uid => User.Effective;

    /// <summary>Its effective group id.</summary>
    public int Gid => Group.Effective;

    /// <summary>All groups that it is in, the effective one first.</summary>
    public ImmutableArray<int> Groups => OtherGroups.Insert(0, Gid);

    /// <summary>The superuser, inside a prison too.</summary>
    public bool IsSuperuser => Uid == 0;

    /// <summary>The superuser outside every prison.</summary>
    public bool IsHostSuperuser => IsSuperuser && Prison is null;

    /// <summary>True for a group that it is in.</summary>
    public bool IsIn(int gid) => gid == Gid || OtherGroups.Contains(gid);

    /// <summary>True for a process that this one sees (J6): the host sees all, a prison its own.</summary>
    public bool Sees(Process other) => Prison is null || other.Prison?.Id == Prison.Id;

    /// <summary>What a descriptor names; <see cref="DescriptorEntry.Closed"/> for one that is not open.</summary>
    public DescriptorEntry FileAt(int fd) => (uint)fd < (uint)Files.Length ? Files[fd] : DescriptorEntry.Closed;

    /// <summary>The lowest descriptor that is free; it may be over the limit.</summary>
    public int FreeDescriptor
    {
        get
        {
            int fd = 0;
            while (FileAt(fd).IsOpen)
            {
                fd++;
            }

            return fd;
        }
    }

    /// <summary>How many descriptors are open.</summary>
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

    /// <summary>The same process with a descriptor opened or closed.</summary>
    public Process With(int fd, DescriptorEntry file) => this with
    {
        Files = fd < Files.Length ? Files.SetItem(fd, file) : Files.Add(file),
    };
}
