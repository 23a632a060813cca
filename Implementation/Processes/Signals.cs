namespace Verify.Implementation.Processes;

/// <summary>Default actions of signals (sys/signal.h).</summary>
public static class Signals
{
    /// <summary>SIGKILL, which can neither be caught nor ignored.</summary>
    public const int Kill = 9;

    /// <summary>SIGPIPE.</summary>
    public const int BrokenPipe = 13;

    /// <summary>SIGSTOP, which can neither be caught nor ignored.</summary>
    public const int Stop = 17;

    /// <summary>SIGCONT.</summary>
    public const int Continue = 19;

    /// <summary>SIGCHLD.</summary>
    public const int Child = 20;

    /// <summary>_SIG_MAXSIG.</summary>
    private const int Last = 128;

    /// <summary>NSIG - 1: higher signals have no name and no properties in sigproptbl.</summary>
    private const int LastNamed = 31;

    /// <summary>True for a valid signal number, and for 0, which only checks permission.</summary>
    public static bool IsValid(int signal) => signal is >= 0 and <= Last;

    /// <summary>True if the signal has a name.</summary>
    public static bool HasName(int signal) => signal is > 0 and <= LastNamed;

    /// <summary>
    /// True if the default action ends the process. SIGURG, SIGCHLD, SIGIO, SIGWINCH and SIGINFO are ignored. Signals
    /// that stop or continue a process have no effect here.
    /// </summary>
    public static bool Ends(int signal)
    {
        switch (signal)
        {
            case 0:
            case 16: // SIGURG
            case 17: // SIGSTOP
            case 18: // SIGTSTP
            case 19: // SIGCONT
            case 20: // SIGCHLD
            case 21: // SIGTTIN
            case 22: // SIGTTOU
            case 23: // SIGIO
            case 28: // SIGWINCH
            case 29: // SIGINFO
                return false;
            default:
                return true;
        }
    }
}
