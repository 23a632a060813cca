using Verify.Abi;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>
/// A prison, created by one call of jail(2) (J1). Its processes and their sockets refer to it; it ends with the last
/// one.
/// </summary>
/// <param name="Id">Distinguishes it from every other prison, even one with the same address (J6).</param>
/// <param name="Address">The one address that its sockets may use (J2).</param>
/// <param name="Hostname">Its own hostname (J5).</param>
/// <param name="Root">Its root directory; its processes stay beneath it (J8).</param>
public sealed record Prison(int Id, Ipv4 Address, string Hostname, Vnode Root);
