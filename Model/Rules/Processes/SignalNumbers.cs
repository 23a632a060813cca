using System.Collections.Immutable;

namespace Verify.Model.Rules.Processes;

/// <summary>Signals with a meaning of their own, with FreeBSD's numbers (sys/signal.h).</summary>
internal static class SignalNumbers
{
    /// <summary>SIGKILL.</summary>
    public const int Kill = 9;

    /// <summary>SIGPIPE.</summary>
    public const int Pipe = 13;

    /// <summary>SIGSTOP.</summary>
    public const int Stop = 17;

    /// <summary>SIGCONT.</summary>
    public const int Continue = 19;

    /// <summary>SIGCHLD.</summary>
    public const int Child = 20;

    /// <summary>The last signal with a name and properties.</summary>
    public const int LastNamed = 31;

    /// <summary>_SIG_MAXSIG.</summary>
    public const int Last = 128;

    /// <summary>
    /// 0, URG, STOP, TSTP, CONT, CHLD, TTIN, TTOU, IO, WINCH, INFO: by default they terminate no process.
    /// </summary>
    public static readonly ImmutableArray<int> Harmless = [0, 16, 17, 18, 19, 20, 21, 22, 23, 28, 29];

    /// <summary>STOP, TSTP, TTIN, TTOU: by default they stop a process.</summary>
    public static readonly ImmutableArray<int> Stopping = [17, 18, 21, 22];
}
