namespace Verify.Implementation.Inspection;

/// <summary>Starts traversals, each with its own notes.</summary>
internal sealed class Traversals
{
    private int _last;

    public Traversal Next() => new(++_last);
}
