using Verify.Abi;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>An entry of a descriptor table: a socket, a node, the console, or nothing.</summary>
/// <param name="Id">
/// Equal for descriptors of the same open file: a socket's id; -1 for the console, less for a node; 0 if the descriptor
/// is not open.
/// </param>
/// <param name="Node">The node that was opened.</param>
/// <param name="Flags">
/// The access mode, O_NONBLOCK, O_APPEND and others of the open file; those of a socket are <see cref="Socket.Flags"/>.
/// </param>
public readonly record struct DescriptorEntry(int Id, Vnode Node = default, OpenOptions Flags = default)
{
    /// <summary>Not open.</summary>
    public static readonly DescriptorEntry Closed;

    /// <summary>The console, open for reading and writing.</summary>
    public static readonly DescriptorEntry Console = new(-1, Flags: OpenOptions.O_RDWR);

    /// <summary>
    /// Something that is not known: only the judge of a log has it, and asks no rule about it. To a rule it is open.
    /// </summary>
    public static readonly DescriptorEntry Unknown = Console with { Flags = (OpenOptions)int.MinValue };

    /// <summary>A node.</summary>
    /// <param name="file">The number of the open file, from 1.</param>
    /// <param name="node">The node.</param>
    /// <param name="flags">How it was opened.</param>
    public static DescriptorEntry Of(int file, Vnode node, OpenOptions flags) => new(Console.Id - file, node, flags);

    /// <summary>True for a descriptor that is open.</summary>
    public bool IsOpen => Id != 0;

    /// <summary>True if it is not known what it is, or whether it is open.</summary>
    public bool IsUnknown => this == Unknown;

    /// <summary>True for a socket.</summary>
    public bool IsSocket => Id > 0;

    /// <summary>True for a node.</summary>
    public bool IsNode => Id < Console.Id;

    /// <summary>True for a node that was opened for reading, and for the console.</summary>
    public bool IsReadable => (Flags & OpenOptions.O_ACCMODE) != OpenOptions.O_WRONLY;

    /// <summary>True for a node that was opened for writing, and for the console.</summary>
    public bool IsWritable => (Flags & OpenOptions.O_ACCMODE) != OpenOptions.O_RDONLY;
}
