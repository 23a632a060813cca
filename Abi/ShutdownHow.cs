namespace Verify.Abi;

/// <summary>Which direction shutdown(2) ends (sys/socket.h).</summary>
public enum ShutdownHow
{
    /// <summary>Nothing more is received.</summary>
    SHUT_RD = 0,

    /// <summary>Nothing more is sent.</summary>
    SHUT_WR = 1,

    /// <summary>Both.</summary>
    SHUT_RDWR = 2,
}
