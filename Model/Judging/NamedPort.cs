
namespace Verify.Model.Judging;

/// <summary>The port of this host that a call names: an unknown port may be the same one.</summary>
internal static class NamedPort
{
    /// <summary>The port; 0 if the call names none.</summary>
    public static ushort Of(Call call) => call switch
    {
        Call.Bind bind => bind.Address.Endpoint.Port,
        Call.Connect connect => connect.Address.Endpoint.Port,
        Call.Sending { Address: { } address } => address.Endpoint.Port,
        Call.WireUdp datagram => datagram.Destination.Port,
        Call.WireTcp connection => connection.Destination.Port,
        Call.WireTcpAnswer answer => answer.Destination.Port,
        _ => 0,
    };
}
