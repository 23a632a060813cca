namespace Verify.Abi.Calls;

public abstract partial record Call
{
    /// <summary>
    /// poll(2). Value: for how many entries something is ready, and <see cref="Reply.Ready"/> has those; 0 if the time
    /// is over.
    /// </summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Entries">The list; revents of each is 0 before the call.</param>
    /// <param name="Milliseconds">For how long it may sleep; 0 not at all, -1 without end.</param>
    public sealed record Poll(int Pid, Few<PollEntry> Entries, int Milliseconds) : ByProcess(Pid)
    {
        /// <summary>poll(2) of one descriptor, which returns at once.</summary>
        public Poll(int pid, int fd, PollEvents events)
            : this(pid, new Few<PollEntry>(new PollEntry(fd, events)), 0)
        {
        }
    }

    /// <summary>
    /// select(2). Value: how many descriptors are ready, counted once for each set, and <see cref="Reply.Ready"/> has
    /// the sets; 0 if the time is over.
    /// </summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Count">Only descriptors below are looked at.</param>
    /// <param name="Sets">The sets.</param>
    /// <param name="Time">For how long it may sleep; null without end.</param>
    public sealed record Select(int Pid, int Count, DescriptorSets Sets, TimeValue? Time) : ByProcess(Pid);
}
