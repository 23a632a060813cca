using Verify.Abi;

namespace Verify.Model.States;

/// <content>Options of IP, and times to wait.</content>
public static partial class StateDigest
{
    private static void AddOptions(ref StateHash hash, Socket socket)
    {
        IpSettings settings = socket.Ip;
        hash.Add(settings.TypeOfService << 8 | settings.TimeToLive);
        hash.Add(settings.Wanted.Sum(option => 1 << option - SocketOption.IP_TOS));
        hash.Add(socket.Waits.Linger);
        hash.Add(socket.Waits.Send);
        hash.Add(socket.Waits.Receive);
    }
}
