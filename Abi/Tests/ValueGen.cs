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
        select Data.Of([.. letters.Select(letter => (byte)letter), .. new byte[zeros]]);

    public static readonly Gen<Ipv4> AnyAddress = Gen.OneOf(
        Gen.Elements(Ipv4.Any, Ipv4.Loopback, Ipv4.Broadcast),
        Gen.Choose(int.MinValue, int.MaxValue).Select(bits => new Ipv4((uint)bits)));

    public static readonly Gen<Endpoint> AnyEndpoint =
        from address in AnyAddress
        from port in Gen.OneOf(Gen.Elements(0, 1, 1023, 1024, 65535), Gen.Choose(0, 65535))
        select new Endpoint(address, (ushort)port);

    public static readonly Gen<SocketAddress> AnySocketAddress =
        from family in EnumOrNumber<AddressFamily>()
        from endpoint in Gen.OneOf(AnyEndpoint, Gen.Constant(Endpoint.None))
        from length in Gen.OneOf(Gen.Constant(SocketAddress.InetLength), AnyInt)
        select new SocketAddress(family, endpoint, length);

    public static Gen<T?> Optional<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant<T?>(null));

    public static Gen<T> EnumOrNumber<T>()
        where T : struct, Enum => Gen.OneOf(
            Gen.Elements(Enum.GetValues<T>()),
            AnyInt.Select(number => (T)Enum.ToObject(typeof(T), number)));
}
