namespace Verify.Abi.Calls;

/// <summary>What was seen of a call: its result, and the packet that it sent or brought, with who got it.</summary>
public readonly record struct Outcome
{
    /// <summary>The result; 0 where the call only succeeds, -1 with <see cref="Error"/> where it fails.</summary>
    public int Value { get; init; }

    /// <summary>Why it failed.</summary>
    public Errno Error { get; init; }

    /// <summary>The address returned by getsockname, getpeername, accept and recvfrom.</summary>
    public Endpoint Address { get; init; }

    /// <summary>What recvfrom returned.</summary>
    public Data Data { get; init; }

    /// <summary>What a read of a file, a directory or a variable returned; null where the call returns no text.</summary>
    public string? Text { get; init; }

    /// <summary>The datagram, or the first segment of the connection, that the call sent: also one to this host.</summary>
    public Packet? Sent { get; init; }

    /// <summary>The socket that got the datagram, or the listening socket that got the connection.</summary>
    public Receiver? Receiver { get; init; }

    /// <summary>
    /// True where the kernel has panicked: the call is not carried out, and neither is any that follows.
    /// </summary>
    public bool HasPanicked { get; init; }

    /// <summary>True where the call did not fail.</summary>
    public bool Succeeded => Error == Errno.None && !HasPanicked;

    /// <summary>The machine is down.</summary>
    public static Outcome Panic => new() { HasPanicked = true };

    /// <summary>Plain success: 0.</summary>
    public static Outcome Ok => default;

    /// <summary>Success with a number.</summary>
    public static Outcome Returned(int value) => new() { Value = value };

    /// <summary>Success with a text, and its length in characters.</summary>
    public static Outcome Read(string text) => new() { Value = text.Length, Text = text };

    /// <summary>Failure: -1 and the error.</summary>
    public static Outcome Failed(Errno error) => new() { Value = -1, Error = error };

    /// <summary>As in the trace text: <c>-1 EADDRINUSE</c>.</summary>
    public override string ToString() => Notation.Current.Of(this);
}
