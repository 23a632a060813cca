using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>An entry of a descriptor table: a socket, a node, the console, or nothing.</summary>
/// <param name="Id">A socket's id; negative for a node or the console; 0 if the descriptor is not open.</param>
/// <param name="Node">The node that was opened.</param>
/// <param name="IsReadable">True for a node that was opened for reading.</param>
public readonly record struct DescriptorEntry(int Id, Vnode Node = default, bool IsReadable = false)
{
    /// <summary>Not open.</summary>
    public static readonly DescriptorEntry Closed;

    /// <summary>The console, open for reading and writing.</summary>
    public static readonly DescriptorEntry Console = new(-1, IsReadable: true);

    /// <summary>A node.</summary>
    public static DescriptorEntry Of(Vnode node, bool isReadable) => new(-2, node, isReadable);

    /// <summary>True for a descriptor that is open.</summary>
    public bool IsOpen => Id != 0;

    /// <summary>True for a socket.</summary>
    public bool IsSocket => Id > 0;

    /// <summary>True for a node.</summary>
    public bool IsNode => Id == -2;
}
