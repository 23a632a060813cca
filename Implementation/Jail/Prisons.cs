using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Jail;

/// <summary>All prisons. No prison, which is the host, is null everywhere.</summary>
internal sealed class Prisons
{
    public Zone<Prison> Zone { get; } = new("prison");

    /// <summary>A prison with one reference: its creator's.</summary>
    public Prison Create(Ipv4 address)
    {
        Prison prison = Zone.Allocate()!;
        prison.Address = address;
        prison.References = 1;
        return prison;
    }

    public static void Hold(Prison? prison)
    {
        if (prison is not null)
        {
            prison.References++;
        }
    }

    public void Release(Prison? prison)
    {
        if (prison is not null && --prison.References == 0)
        {
            Zone.Free(prison);
        }
    }
}
