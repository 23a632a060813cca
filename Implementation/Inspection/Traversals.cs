namespace Verify.Implementation.Inspection;

/// <summary>Starts walks through the kernel, each with notes of its own.</summary>
internal sealed class Traversals
{
    private int _last;

    public Traversal Next() => new(++_last);
}
