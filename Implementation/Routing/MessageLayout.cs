namespace Verify.Implementation.Routing;

/// <summary>
/// Where the fields of routing messages are on i386: struct rt_msghdr, struct ifa_msghdr and struct if_msghdr of
/// net/route.h and net/if.h, in bytes. All begin with length, version and kind.
/// </summary>
internal static class MessageLayout
{
    /// <summary>RTM_VERSION.</summary>
    public const byte Version = 5;

    /// <summary>RTAX_MAX: the addresses that a message can have.</summary>
    public const int MostAddresses = 8;

    /// <summary>What must be there before a message is looked at: sizeof(long).</summary>
    public const int Beginning = sizeof(int);

    public const int VersionAt = 2;
    public const int KindAt = 3;

    /// <summary>Addresses begin at multiples of it.</summary>
    public const int Alignment = sizeof(int);

    /// <summary>Messages on routes: rtm_index and so on.</summary>
    public static class OfRoute
    {
        public const int Length = 92;
        public const int IndexAt = 4;
        public const int FlagsAt = 8;
        public const int AddressesAt = 12;
        public const int PidAt = 16;
        public const int ErrorAt = 24;
        public const int InitsAt = 32;
        public const int MetricsAt = 36;
    }

    /// <summary>Messages on interfaces and their addresses: ifam_addrs, ifm_addrs and so on.</summary>
    public static class OfInterface
    {
        public const int AddressLength = 20;
        public const int Length = 96;
        public const int AddressesAt = 4;
        public const int FlagsAt = 8;
        public const int IndexAt = 12;
        public const int TypeAt = 16;
        public const int HardwareLengthAt = 18;
        public const int HeaderLengthAt = 19;
        public const int MtuAt = 24;
        public const int BaudRateAt = 32;
        public const int LastChangeAt = 88;
    }

    /// <summary>The length of an address, up to where the next one begins; none takes nothing.</summary>
    public static int Padded(int length) => length == 0 ? Alignment : (length + Alignment - 1) / Alignment * Alignment;
}
