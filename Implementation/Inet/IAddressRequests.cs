using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>The addresses of interfaces, as ioctl(2) on a socket of the Internet domain changes them.</summary>
internal interface IAddressRequests
{
    Outcome Control(Call.OnInterface call, ICaller caller, ref Traffic traffic);
}
