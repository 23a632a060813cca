using Verify.Abi;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>A socket that a call does not concern, as it was before the call.</summary>
internal sealed class Bystander(Socket socket)
{
    private readonly Pcb _pcb = socket.Pcb!;
    private readonly Endpoint _local = socket.Pcb!.Local;
    private readonly Endpoint _foreign = socket.Pcb.Foreign;
    private readonly PortRangeOption _range = socket.Pcb.Range;
    private readonly SocketOptions _options = socket.Options;
    private readonly bool _isConnected = socket.IsConnected;
    private readonly bool _isListening = socket.IsListening;
    private readonly Errno _pendingError = socket.PendingError;
    private readonly int _waiting = socket.Waiting.Count;
    private readonly int _backlog = socket.Waiting.Backlog;
    private readonly int _received = socket.Received.Used;

    /// <summary>Asserts that its ends, options and state are unchanged and that it received nothing.</summary>
    public void IsAsBefore()
    {
        Proof.Assert(ReferenceEquals(socket.Pcb, _pcb), "a bystander keeps its PCB");
        Proof.Assert(_pcb.Local == _local & _pcb.Foreign == _foreign, "a bystander keeps its ends");
        Proof.Assert(_pcb.Range == _range & socket.Options == _options, "a bystander keeps its options");
        Proof.Assert(
            socket.IsConnected == _isConnected & socket.IsListening == _isListening
            & socket.PendingError == _pendingError,
            "a bystander keeps its state");
        Proof.Assert(
            socket.Waiting.Count == _waiting & socket.Waiting.Backlog == _backlog & socket.Received.Used == _received,
            "a bystander receives nothing");
    }
}
