using FsCheck;
using FsCheck.Fluent;

namespace Verify.Abi.Tests;

/// <summary>The values in calls and outcomes, edge cases first.</summary>
internal static class ValueGen
{
    public static readonly Gen<int> AnyInt = Gen.OneOf(
        Gen.Choose(-2, 20), Gen.Choose(1000, 70000), Gen.Elements(int.MinValue, int.MaxValue));

    public static readonly Gen<string> AnyText = Gen
        .OneOf(Gen.Choose(' ', '~'), Gen.Elements<int>('"', '\\', '#', '\n', '\0', 0xff, 0x100, 0xd800, 0xffff))
        .Select(code => (char)code)
        .ArrayOf()
        .Select(letters => new string(letters));

    public static readonly Gen<Data> AnyData =
        from length in Gen.Choose(0, 40)
        from letters in Gen.OneOf(Gen.Choose(' ', '~'), Gen.Choose(0, 0xff), Gen.Constant(0)).ArrayOf(length)
        from zeros in Gen.Elements(0, 0, 0, 15, 16, 300)
        from route in Gen.Elements(
            "", "", "", "", "", "[RTM_GET]", "[RTM_ADD seq 7 flags RTF_UP dst 10.0.0.0 gateway link 1 6 netmask /8]",
            "[RTM_IFINFO index 1]", "[RTM_NEWADDR ifp link lo0 1 24 brd \"\\x04abc\"]")
        select route.Length > 0
            ? RouteOf(route)
            : Data.Of([.. letters.Select(letter => (byte)letter), .. new byte[zeros]]);

    public static readonly Gen<Ipv4> AnyAddress = Gen.OneOf(
        Gen.Elements(Ipv4.Any, Ipv4.Loopback, Ipv4.Broadcast),
        Gen.Choose(int.MinValue, int.MaxValue).Select(bits => new Ipv4((uint)bits)));

    public static readonly Gen<Endpoint> AnyEndpoint =
        from address in AnyAddress
        from port in Gen.OneOf(Gen.Elements(0, 1, 1023, 1024, 65535), Gen.Choose(0, 65535))
        select new Endpoint(address, (ushort)port);

    /// <summary>Control messages of every kind, whole, cut, and followed by others, and any bytes.</summary>
    public static readonly Gen<Data> AnyControl = Gen.OneOf(
        AnyData,
        from texts in Gen.Elements(
            "SCM_RIGHTS", "SCM_RIGHTS 4 -5", "SCM_CREDS", "SCM_CREDS 2 1001 0 5 7 8", "SCM_TIMESTAMP 17.000250",
            "IP_RECVDSTADDR 10.0.0.2", "IP_RECVIF lo0 1 24", "IP_RECVIF fxp0 2 6 00005e005302",
            "IP_RECVIF longer12 3 6 00005e005303").ArrayOf()
        from less in Gen.Elements(0, 0, 0, 1, 4, 13)
        select Cut(ControlOf(string.Join(", ", texts)), less));

    public static readonly Gen<PollEntry> AnyEntry =
        from fd in AnyInt from events in AnyInt select new PollEntry(fd, (PollEvents)events);

    private static readonly Gen<DescriptorSet?> AnySet = Optional(
        Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, DescriptorSet.Size - 1)).ArrayOf()
            .Select(fds => fds.Aggregate(default(DescriptorSet), (set, fd) => set.With(fd))));

    public static readonly Gen<DescriptorSets> AnySets =
        from read in AnySet
        from write in AnySet
        from except in AnySet
        select new DescriptorSets(read, write, except);

    private static readonly Gen<SocketAddress> AnyPathAddress =
        from letters in Gen.Choose(0, 0xff).ArrayOf()
        from less in Gen.Elements(0, 0, -1, 1, 200)
        select Local(new string([.. letters.Select(letter => (char)letter)]), less);

    public static readonly Gen<SocketAddress> AnySocketAddress = Gen.OneOf(
        AnyPathAddress,
        from family in EnumOrNumber<AddressFamily>()
        from endpoint in Gen.OneOf(AnyEndpoint, Gen.Constant(Endpoint.None))
        from length in Gen.OneOf(Gen.Constant(SocketAddress.InetLength), AnyInt)
        select new SocketAddress(family, endpoint, length));

    public static Gen<T?> Optional<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant<T?>(null));

    public static Gen<T> EnumOrNumber<T>()
        where T : struct, Enum => Gen.OneOf(
            Gen.Elements(Enum.GetValues<T>()),
            AnyInt.Select(number => (T)Enum.ToObject(typeof(T), number)));

    private static Data ControlOf(string messages) =>
        TraceReader.Read($"[1] sendmsg(3, [], control [{messages}])", "control").Steps[0].Call is Call.SendMsg send
            ? send.Control
            : default;

    private static Data RouteOf(string message) =>
        TraceReader.Read($"[1] write(3, route {message})", "route").Steps[0].Call is Call.Write write
            ? write.Data
            : default;

    private static Data Cut(Data data, int less) => data.Slice(0, Math.Max(0, data.Length - less));

    private static SocketAddress Local(string path, int less)
    {
        SocketAddress proper = SocketAddress.Local(path);
        return proper with { Length = proper.Length - less };
    }
}
