using Verify.Abi;

namespace Verify.Implementation.Processes;

/// <summary>
/// What signals do to a process: FreeBSD's struct sigacts and p_sigignore. What makes no difference is not kept, so
/// that processes which signals treat alike have equal actions.
/// </summary>
internal struct SignalActions
{
    private SignalSet _caught;
    private SignalSet _ignored;
    private SignalSet _restarting;

    /// <summary>True if the process has a handler for the signal.</summary>
    public readonly bool Catches(int signal) => _caught.Contains(signal);

    /// <summary>True if the signal is forgotten: SIG_IGN, or no effect by default.</summary>
    public readonly bool Ignores(int signal) =>
        !Signals.Ends(signal) ? !_caught.Contains(signal) : _ignored.Contains(signal);

    /// <summary>SA_RESTART: true if a call that the handler has interrupted starts again.</summary>
    public readonly bool Restarts(int signal) => _restarting.Contains(signal);

    public void Set(int signal, SignalAction action, bool restarts)
    {
        bool isCaught = action == SignalAction.Handler;
        _caught = _caught.With(signal, isCaught);
        _ignored = _ignored.With(signal, action == SignalAction.SIG_IGN && Signals.Ends(signal));
        _restarting = _restarting.With(signal, isCaught && restarts);
    }

    public readonly void AddTo(ref StateHash hash)
    {
        _caught.AddTo(ref hash);
        _ignored.AddTo(ref hash);
        _restarting.AddTo(ref hash);
    }
}
