using Verify.Model.States;

namespace Verify.Properties.Generation.Context;

/// <summary>A descriptor to make a call on.</summary>
/// <param name="Pid">The process that makes the call.</param>
/// <param name="Fd">The descriptor, one of that process.</param>
/// <param name="Socket">The socket that the descriptor refers to; null if it refers to none.</param>
internal readonly record struct SocketTarget(int Pid, int Fd, Socket? Socket);
