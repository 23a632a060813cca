namespace Verify.Abi.Calls;

/// <summary>Calls that send or receive data. Each may sleep.</summary>
public abstract partial record Call
{
    /// <summary>A call that sends. Value: the bytes sent.</summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The descriptor.</param>
    /// <param name="Address">The destination; null if none is given.</param>
    /// <param name="Options">The flags.</param>
    public abstract record Sending(int Pid, int Fd, SocketAddress? Address, MessageOptions Options)
        : OnDescriptor(Pid, Fd)
    {
        /// <summary>All that is to be sent.</summary>
        public abstract Data Content { get; }

        /// <summary>The control data that goes with it; none unless it is sendmsg(2).</summary>
        public virtual Data Attached => default;
    }

    /// <summary>A call that receives. Value: the bytes received; data: what they are.</summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The descriptor.</param>
    /// <param name="Options">The flags.</param>
    public abstract record Receiving(int Pid, int Fd, MessageOptions Options) : OnDescriptor(Pid, Fd)
    {
        /// <summary>More than any datagram of IPv4 has, in bytes.</summary>
        public const int UsualLength = 65536;

        /// <summary>The size of all buffers, in bytes.</summary>
        public abstract int Capacity { get; }

        /// <summary>True if the sender's address is wanted.</summary>
        public virtual bool AsksForSender => false;
    }

    /// <summary>sendto(2); without an address, send(2).</summary>
    public sealed record SendTo(
        int Pid, int Fd, Data Data, SocketAddress? Address, MessageOptions Options = MessageOptions.None)
        : Sending(Pid, Fd, Address, Options)
    {
        /// <inheritdoc/>
        public override Data Content => Data;
    }

    /// <summary>
    /// write(2). On anything but a socket: EBADF if it is not open for writing, else EOPNOTSUPP, because contents of
    /// files are not modelled.
    /// </summary>
    public sealed record Write(int Pid, int Fd, Data Data) : Sending(Pid, Fd, null, MessageOptions.None)
    {
        /// <inheritdoc/>
        public override Data Content => Data;
    }

    /// <summary>writev(2): the parts are sent as one. On anything but a socket, as <see cref="Write"/>.</summary>
    public sealed record WriteV(int Pid, int Fd, Few<Data> Parts) : Sending(Pid, Fd, null, MessageOptions.None)
    {
        /// <inheritdoc/>
        public override Data Content => Joined(Parts);
    }

    /// <summary>sendmsg(2): the parts are sent as one.</summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The socket.</param>
    /// <param name="Parts">msg_iov.</param>
    /// <param name="Control">msg_control (S12); a null pointer if it is empty.</param>
    /// <param name="Address">msg_name; null if none is given.</param>
    /// <param name="Options">The flags.</param>
    public sealed record SendMsg(
        int Pid, int Fd, Few<Data> Parts, Data Control, SocketAddress? Address = null,
        MessageOptions Options = MessageOptions.None)
        : Sending(Pid, Fd, Address, Options)
    {
        /// <inheritdoc/>
        public override Data Content => Joined(Parts);

        /// <inheritdoc/>
        public override Data Attached => Control;
    }

    /// <summary>recvfrom(2). Address: the sender, except on a local stream.</summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The socket.</param>
    /// <param name="Length">The size of the buffer, in bytes.</param>
    /// <param name="Options">The flags.</param>
    public sealed record RecvFrom(
        int Pid, int Fd, int Length = Receiving.UsualLength, MessageOptions Options = MessageOptions.None)
        : Receiving(Pid, Fd, Options)
    {
        /// <inheritdoc/>
        public override int Capacity => Length;

        /// <inheritdoc/>
        public override bool AsksForSender => true;
    }

    /// <summary>
    /// read(2). A file is read from its beginning: only files of a procfs have contents, and offsets are not modelled.
    /// </summary>
    public sealed record Read(int Pid, int Fd, int Length = Receiving.UsualLength)
        : Receiving(Pid, Fd, MessageOptions.None)
    {
        /// <inheritdoc/>
        public override int Capacity => Length;
    }

    /// <summary>readv(2): the buffers are filled one after the other; data: what they all hold.</summary>
    public sealed record ReadV(int Pid, int Fd, Few<int> Lengths) : Receiving(Pid, Fd, MessageOptions.None)
    {
        /// <inheritdoc/>
        public override int Capacity => Sum(Lengths);
    }

    /// <summary>
    /// recvmsg(2): as readv(2), with the sender, control data and flags. Control: what was copied of the control data;
    /// flags: msg_flags.
    /// </summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The socket.</param>
    /// <param name="Lengths">The sizes of the buffers, in bytes.</param>
    /// <param name="ControlLength">msg_controllen, in bytes; at 0 msg_control is a null pointer.</param>
    /// <param name="Options">The flags.</param>
    public sealed record RecvMsg(
        int Pid, int Fd, Few<int> Lengths, int ControlLength = 0, MessageOptions Options = MessageOptions.None)
        : Receiving(Pid, Fd, Options)
    {
        /// <summary>More than any control data has, in bytes.</summary>
        public const int MostControl = 65536;

        /// <inheritdoc/>
        public override int Capacity => Sum(Lengths);

        /// <inheritdoc/>
        public override bool AsksForSender => true;
    }

    private static Data Joined(Few<Data> parts)
    {
        Data all = default;
        for (int i = 0; i < parts.Count; i++)
        {
            all = all.Then(parts[i]);
        }

        return all;
    }

    private static int Sum(Few<int> lengths)
    {
        int sum = 0;
        for (int i = 0; i < lengths.Count; i++)
        {
            sum += lengths[i];
        }

        return sum;
    }
}
