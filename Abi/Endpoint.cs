namespace Verify.Abi;

/// <summary>An address and a port: one endpoint of a connection or datagram.</summary>
/// <param name="Address">The address; INADDR_ANY if none was chosen.</param>
/// <param name="Port">The port in host byte order; 0 if none was chosen.</param>
public readonly record struct Endpoint(Ipv4 Address, ushort Port)
{
    /// <summary>0.0.0.0:0: nothing chosen.</summary>
    public static readonly Endpoint None;

    /// <summary>True if neither address nor port was chosen.</summary>
    public bool IsNone => Address.IsAny && Port == 0;

    /// <summary>As in the trace text: <c>10.0.0.1:53</c>.</summary>
    public override string ToString() => $"{Address}:{Port}";
}
