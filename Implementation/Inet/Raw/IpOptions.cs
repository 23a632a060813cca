namespace Verify.Implementation.Inet.Raw;

/// <summary>
/// The options of a packet that this host takes in: ip_dooptions. It follows no source routes
/// (net.inet.ip.sourceroute), and writes nothing into packets.
/// </summary>
internal static class IpOptions
{
    private const byte End = 0;
    private const byte NoOperation = 1;
    private const byte RecordRoute = 7;
    private const byte TimeStamp = 68;
    private const byte LooseSourceRoute = 131;
    private const byte StrictSourceRoute = 137;

    /// <summary>False if a packet is dropped because of its options.</summary>
    /// <param name="rest">The options and what follows them, where the length of the last one may be read.</param>
    /// <param name="length">The length of the options, in bytes.</param>
    public static bool Pass(ReadOnlySpan<byte> rest, int length)
    {
        int at = 0;
        while (at < length && rest[at] != End)
        {
            if (rest[at] == NoOperation)
            {
                at++;
                continue;
            }

            int step = at + 1 < rest.Length ? rest[at + 1] : 0;
            bool isWritten = rest[at] is RecordRoute or TimeStamp or LooseSourceRoute or StrictSourceRoute;
            if (step == 0 || step > length - at || isWritten)
            {
                return false;
            }

            at += step;
        }

        return true;
    }
}
