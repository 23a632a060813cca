using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>What is sent: the arguments of pru_send.</summary>
/// <param name="data">The data.</param>
/// <param name="name">Where it should go; null for where the socket is connected to.</param>
/// <param name="control">The control data, empty for none.</param>
/// <param name="options">The options of the call.</param>
internal readonly struct Message(
    Data data, SocketAddress? name = null, Data control = default, MessageOptions options = MessageOptions.None)
{
    public Data Data { get; } = data;

    public SocketAddress? Name { get; } = name;

    public Data Control { get; } = control;

    /// <summary>PRUS_OOB.</summary>
    public bool IsUrgent { get; } = (options & MessageOptions.MSG_OOB) != 0;
}
