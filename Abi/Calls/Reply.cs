namespace Verify.Abi.Calls;

/// <summary>How a call ended, if it did.</summary>
public enum ReplyKind : byte
{
    /// <summary>It succeeded.</summary>
    Returned,

    /// <summary>It failed, with an error.</summary>
    Failed,

    /// <summary>It sleeps; a later event resumes it.</summary>
    Asleep,

    /// <summary>The kernel has panicked: neither this call nor any later one is carried out.</summary>
    Panic,
}

/// <summary>What the calling process gets: the value that the call returns, and what it copies out.</summary>
public readonly record struct Reply
{
    /// <summary>Null for most calls, which copy out nothing but an address: a reply is copied often.</summary>
    private readonly Content? _content;

    /// <summary>How the call ended.</summary>
    public ReplyKind Kind { get; init; }

    /// <summary>The result; 0 for plain success, -1 with <see cref="Error"/> for failure.</summary>
    public int Value { get; init; }

    /// <summary>The second descriptor of socketpair; else 0.</summary>
    public int Second { get; init; }

    /// <summary>The error; <see cref="Errno.None"/> unless the call failed.</summary>
    public Errno Error { get; init; }

    /// <summary>
    /// The address that getsockname, getpeername, accept or recvfrom returned; null if the call returns none.
    /// </summary>
    public Endpoint? Address { get; init; }

    /// <summary>The data that was received; null if the call receives none.</summary>
    public Data? Data
    {
        get => _content?.Data;
        init => _content = Content.Of(value, Control, Text, Flags);
    }

    /// <summary>The control data that was received with it.</summary>
    public Data Control
    {
        get => _content?.Control ?? default;
        init => _content = Content.Of(Data, value, Text, Flags);
    }

    /// <summary>msg_flags of recvmsg(2); none of other calls.</summary>
    public MessageOptions Flags
    {
        get => _content?.Flags ?? MessageOptions.None;
        init => _content = Content.Of(Data, Control, Text, value);
    }

    /// <summary>
    /// The text that a read of a file, a directory or a variable returned, the path that is a local socket's address,
    /// or what the kernel said when it panicked; null if the call returns none.
    /// </summary>
    public string? Text
    {
        get => _content?.Text;
        init => _content = Content.Of(Data, Control, value, Flags);
    }

    /// <summary>What poll or select found; null of other calls, and of a poll that found nothing.</summary>
    public Readiness? Ready { get; init; }

    private sealed record Content(Data? Data, Data Control, string? Text, MessageOptions Flags)
    {
        /// <summary>Null if there is none.</summary>
        public static Content? Of(Data? data, Data control, string? text, MessageOptions flags) =>
            data is null && control.Length == 0 && text is null && flags == MessageOptions.None
                ? null
                : new Content(data, control, text, flags);
    }
}
