using Verify.Implementation.Identity;

namespace Verify.Implementation.Sockets;

/// <summary>
/// The calling process, as far as protocols look at it: the struct proc of the seeds' entry points. Privileges are
/// those that it has at the time of the call, whoever has made the socket: there is no SS_PRIV (S7).
/// </summary>
internal interface ICaller
{
    int Pid { get; }

    Credentials Credentials { get; }
}
