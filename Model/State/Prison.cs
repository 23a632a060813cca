using Verify.Abi;

namespace Verify.Model;

/// <summary>A prison as jail(2) made it (J1). Its processes name it; it is gone with the last of them.</summary>
/// <param name="Address">The one address that its sockets may use (J2).</param>
/// <param name="Hostname">Its own hostname.</param>
/// <param name="Path">Its root directory.</param>
public sealed record Prison(Ipv4 Address, string Hostname, string Path);
