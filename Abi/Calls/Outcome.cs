namespace Verify.Abi.Calls;

/// <summary>All that is observed of a call: the reply to the process that made it, and the effects on others.</summary>
public readonly record struct Outcome
{
    /// <summary>What the process gets.</summary>
    public Reply Reply { get; init; }

    /// <summary>What else happened.</summary>
    public Effects Effects { get; init; }

    /// <summary>The result; 0 for plain success, -1 with <see cref="Error"/> for failure.</summary>
    public int Value => Reply.Value;

    /// <summary>The error.</summary>
    public Errno Error => Reply.Error;

    /// <summary>The address returned, if the call returns one.</summary>
    public Endpoint? Address => Reply.Address;

    /// <summary>The data received, if the call receives any.</summary>
    public Data? Data => Reply.Data;

    /// <summary>The text returned, if the call returns one, or that of a panic.</summary>
    public string? Text => Reply.Text;

    /// <summary>The control data received, if any.</summary>
    public Data Control => Reply.Control;

    /// <summary>msg_flags of recvmsg(2).</summary>
    public MessageOptions Flags => Reply.Flags;

    /// <summary>What poll or select found, if anything.</summary>
    public Readiness? Ready => Reply.Ready;

    /// <summary>The packets that left a socket of this host.</summary>
    public Few<Packet> Sent => Effects.Sent;

    /// <summary>The sockets that received something.</summary>
    public Few<Receiver> Receivers => Effects.Receivers;

    /// <summary>True if the kernel has panicked.</summary>
    public bool HasPanicked => Reply.Kind == ReplyKind.Panic;

    /// <summary>True if the call sleeps.</summary>
    public bool IsAsleep => Reply.Kind == ReplyKind.Asleep;

    /// <summary>True if the call has ended without an error.</summary>
    public bool Succeeded => Reply.Kind == ReplyKind.Returned;

    /// <summary>The kernel has panicked, and the machine is down.</summary>
    /// <param name="text">What the kernel says.</param>
    public static Outcome Panic(string text) => new() { Reply = new Reply { Kind = ReplyKind.Panic, Text = text } };

    /// <summary>The call sleeps.</summary>
    public static Outcome Asleep => new() { Reply = new Reply { Kind = ReplyKind.Asleep } };

    /// <summary>Plain success: 0.</summary>
    public static Outcome Ok => default;

    /// <summary>Success with a number.</summary>
    public static Outcome Returned(int value) => new() { Reply = new Reply { Value = value } };

    /// <summary>Success with a number and an address.</summary>
    public static Outcome Returned(int value, Endpoint address) =>
        new() { Reply = new Reply { Value = value, Address = address } };

    /// <summary>Success with an address alone.</summary>
    public static Outcome Named(Endpoint address) => Returned(0, address);

    /// <summary>Success with two descriptors.</summary>
    public static Outcome Pair(int first, int second) =>
        new() { Reply = new Reply { Value = first, Second = second } };

    /// <summary>Success with data; the result is its length.</summary>
    /// <param name="data">What was received.</param>
    /// <param name="sender">Where it came from; null from a socket whose protocol does not tell.</param>
    public static Outcome Received(Data data, Endpoint? sender) =>
        new() { Reply = new Reply { Value = data.Length, Data = data, Address = sender } };

    /// <summary>Success of recvmsg(2); the result is the length of the data.</summary>
    /// <param name="data">What was received.</param>
    /// <param name="sender">Where it came from, if it has an endpoint.</param>
    /// <param name="path">Where it came from, if it has a path.</param>
    /// <param name="control">The control data that was copied out.</param>
    /// <param name="flags">What msg_flags says.</param>
    public static Outcome Received(Data data, Endpoint? sender, string? path, Data control, MessageOptions flags)
    {
        Outcome plain = Received(data, sender);
        return path is null && control.Length == 0 && flags == MessageOptions.None
            ? plain
            : plain with { Reply = plain.Reply with { Text = path, Control = control, Flags = flags } };
    }

    /// <summary>Success with the path of a local socket.</summary>
    public static Outcome Returned(int value, string? path) =>
        new() { Reply = new Reply { Value = value, Text = path } };

    /// <summary>Success with a text; the result is its length in characters.</summary>
    public static Outcome Read(string text) => new() { Reply = new Reply { Value = text.Length, Text = text } };

    /// <summary>Success of poll; the result is how many entries there are.</summary>
    /// <param name="ready">The entries for which something is ready.</param>
    public static Outcome Polled(Few<PollEntry> ready) =>
        new() { Reply = new Reply { Value = ready.Count, Ready = Readiness.Of(ready) } };

    /// <summary>Success of select.</summary>
    /// <param name="count">How many descriptors are ready, counted once for each set.</param>
    /// <param name="sets">The sets as they are afterwards.</param>
    public static Outcome Selected(int count, DescriptorSets sets) =>
        new() { Reply = new Reply { Value = count, Ready = Readiness.Of(sets) } };

    /// <summary>Failure: -1 and the error.</summary>
    public static Outcome Failed(Errno error) =>
        new() { Reply = new Reply { Kind = ReplyKind.Failed, Value = -1, Error = error } };

    /// <summary>The same, and a packet left a socket.</summary>
    public Outcome Sending(Packet? packet) =>
        packet is { } sent ? this with { Effects = Effects with { Sent = Effects.Sent.With(sent) } } : this;

    /// <summary>The same, and a socket received something.</summary>
    public Outcome ReceivedBy(Receiver? socket) =>
        socket is { } receiver
            ? this with { Effects = Effects with { Receivers = Effects.Receivers.With(receiver) } }
            : this;

    /// <summary>As in the trace text: <c>-1 EADDRINUSE</c>.</summary>
    public override string ToString() => Notation.Current.Of(Statement.Of(this));
}
