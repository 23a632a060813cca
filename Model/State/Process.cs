using System.Collections.Immutable;

namespace Verify.Model;

/// <summary>A process: who it is and what it has open.</summary>
/// <param name="Pid">Its id.</param>
/// <param name="Uid">Its user id: real, effective and saved are the same here.</param>
/// <param name="Prison">The prison it is in; null on the host.</param>
/// <param name="Files">What each descriptor names, by number; see <see cref="File"/>.</param>
public sealed record Process(int Pid, int Uid, Prison? Prison, ImmutableArray<File> Files)
{
    /// <summary>The superuser, inside a prison too.</summary>
    public bool IsSuperuser => Uid == 0;

    /// <summary>The superuser outside every prison.</summary>
    public bool IsHostSuperuser => IsSuperuser && Prison is null;

    /// <summary>What a descriptor names; <see cref="File.Closed"/> for one that is not open.</summary>
    public File FileAt(int fd) => (uint)fd < (uint)Files.Length ? Files[fd] : File.Closed;

    /// <summary>The lowest descriptor that is free; it may be over the limit.</summary>
    public int FreeDescriptor
    {
        get
        {
            int fd = 0;
            while (FileAt(fd) != File.Closed)
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
            foreach (File file in Files)
            {
                open += file == File.Closed ? 0 : 1;
            }

            return open;
        }
    }

    /// <summary>The same process with a descriptor opened or closed.</summary>
    public Process With(int fd, File file) => this with
    {
        Files = fd < Files.Length ? Files.SetItem(fd, file) : Files.Add(file),
    };
}

/// <summary>What an open descriptor names.</summary>
/// <param name="Id">A socket's id, or one of the constants.</param>
public readonly record struct File(int Id)
{
    /// <summary>Not open.</summary>
    public static readonly File Closed;

    /// <summary>The console, which is no socket.</summary>
    public static readonly File Console = new(-1);

    /// <summary>True for a socket.</summary>
    public bool IsSocket => Id > 0;
}
