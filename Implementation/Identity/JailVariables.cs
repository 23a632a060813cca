namespace Verify.Implementation.Identity;

/// <summary>The hostname of the host, and the jail.* variables, which apply to all prisons.</summary>
internal sealed class JailVariables
{
    /// <summary>kern.hostname on the host (J5).</summary>
    public string Hostname { get; set; } = "";

    /// <summary>jail.set_hostname_allowed (J5).</summary>
    public int SetHostnameAllowed { get; set; } = 1;

    /// <summary>jail.socket_unixiproute_only (J9).</summary>
    public int UnixIpRouteOnly { get; set; } = 1;
}
