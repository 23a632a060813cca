namespace Verify.Abi.Calls;

/// <summary>
/// The observed outcome of a call: its result, the packet that it sent or delivered, and the receiver.
/// </summary>
public readonly record struct Outcome
{
    /// <summary>The result; 0 for plain success, -1 with <see cref="Error"/> for failure.</summary>
    public int Value { get; init; }

    /// <summary>The error.</summary>
    public Errno Error { get; init; }

    /// <summary>The address returned by getsockname, getpeername, accept and recvfrom.</summary>
    public Endpoint Address { get; init; }

    /// <summary>The data that recvfrom returned.</summary>
    public Data Data { get; init; }

    /// <summary>
    /// The text that a read of a file, a directory or a variable returned; null if the call returns none.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>The datagram, or the first segment of a connection, that the call sent, also to this host.</summary>
    public Packet? Sent { get; init; }

    /// <summary>The socket that received the datagram, or the listening socket that received the connection.</summary>
    public Receiver? Receiver { get; init; }

    /// <summary>True if the kernel has panicked: neither this call nor any later one is carried out.</summary>
    public bool HasPanicked { get; init; }

    /// <summary>True if the call did not fail.</summary>
    public bool Succeeded => Error == Errno.None && !HasPanicked;

    /// <summary>The machine is down.</summary>
    public static Outcome Panic => new() { HasPanicked = true };

    /// <summary>Plain success: 0.</summary>
    public static Outcome Ok => default;

    /// <summary>Success with a number.</summary>
    public static Outcome Returned(int value) => new() { Value = value };

    /// <summary>Success with a text; the result is its length in characters.</summary>
    public static Outcome Read(string text) => new() { Value = text.Length, Text = text };

    /// <summary>Failure: -1 and the error.</summary>
    public static Outcome Failed(Errno error) => new() { Value = -1, Error = error };

    /// <summary>As in the trace text: <c>-1 EADDRINUSE</c>.</summary>
    public override string ToString() => Notation.Current.Of(this);
}
