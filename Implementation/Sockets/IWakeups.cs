namespace Verify.Implementation.Sockets;

/// <summary>What sockets ask of the scheduler, which knows the processes.</summary>
internal interface IWakeups
{
    /// <summary>Makes all processes runnable that sleep there: wakeup.</summary>
    void Wake(Channel channel);

    /// <summary>Makes the process runnable that has slept there longest: wakeup_one.</summary>
    void WakeOne(Channel channel);
}
