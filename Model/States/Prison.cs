using Verify.Abi;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>
/// A prison as one call of jail(2) made it (J1). Its processes and their sockets carry it; it is gone with the last.
/// </summary>
/// <param name="Id">Tells it from every other prison, also from one with the same address (J6).</param>
/// <param name="Address">The one address that its sockets may use (J2).</param>
/// <param name="Hostname">Its own hostname (J5).</param>
/// <param name="Root">Its root directory, which its processes do not leave (J8).</param>
public sealed record Prison(int Id, Ipv4 Address, string Hostname, Vnode Root);
