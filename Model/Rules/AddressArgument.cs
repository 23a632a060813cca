using Verify.Abi;

namespace Verify.Model;

/// <summary>What every call that takes an address asks of it first: a length that the call can copy (P5).</summary>
internal static class AddressArgument
{
    public static Denial? WhyUncopied(SocketAddress address) => address.Length switch
    {
        > SocketAddress.MaxLength => new Denial(Errno.ENAMETOOLONG, Rule.AddressTooLong),
        < SocketAddress.MinLength => new Denial(Errno.EINVAL, Rule.AddressTooShort),
        _ => null,
    };

    /// <summary>TCP knows no multicast.</summary>
    public static bool IsMulticastForTcp(Socket socket, SocketAddress address) =>
        socket.Protocol == Protocol.Tcp
        && address is { Family: AddressFamily.AF_INET, Endpoint.Address.IsMulticast: true };
}
