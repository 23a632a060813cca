using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>
/// The last port allocated from each of the three ranges (P3): lastport, lasthi and lastlow of struct inpcbinfo.
/// </summary>
internal sealed class PortCursors
{
    private readonly ushort[] _last = new ushort[3];

    public ushort this[PortRangeOption range]
    {
        get => _last[(int)range];
        set => _last[(int)range] = value;
    }
}
