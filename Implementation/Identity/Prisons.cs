using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Identity;

/// <summary>All prisons. No prison, which is the host, is null everywhere.</summary>
internal sealed class Prisons(NodeTable nodes, int maxPrisons)
{
    public Zone<Prison> Zone { get; } = new("prison", maxPrisons);

    /// <summary>A prison with one reference, its creator's; null where there is no memory for it.</summary>
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

    /// <summary>A prison that nobody refers to is gone, and its hold on its root with it.</summary>
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
