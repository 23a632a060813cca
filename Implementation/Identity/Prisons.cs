using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Identity;

/// <summary>All prisons. The host is represented by null.</summary>
internal sealed class Prisons(NodeTable nodes, int maxPrisons)
{
    public Zone<Prison> Zone { get; } = new("prison", maxPrisons);

    /// <summary>Creates a prison with one reference, held by the caller; null if no memory is left.</summary>
    public Prison? Create(Ipv4 address)
    {
        Prison? prison = Zone.Allocate();
        if (prison is not null)
        {
            prison.Address = address;
            prison.References = 1;
        }

        return prison;
    }

    public static void Hold(Prison? prison)
    {
        if (prison is not null)
        {
            prison.References++;
        }
    }

    /// <summary>Drops a reference. The last one frees the prison and releases its root directory.</summary>
    public void Release(Prison? prison)
    {
        if (prison is null || --prison.References > 0)
        {
            return;
        }

        Node? root = prison.Root;
        Zone.Free(prison);
        if (root is not null)
        {
            nodes.Release(root);
        }
    }
}
