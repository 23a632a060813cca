namespace Verify.Implementation.Kernel;

/// <summary>A process: FreeBSD's struct proc.</summary>
internal sealed class Process : ZoneItem
{
    private Links<Process> _inOrder;
    private Links<Process> _inPidHash;

    public int Pid { get; set; }

    public Credentials Credentials { get; set; }

    public DescriptorTable Descriptors { get; } = new();

    /// <summary>The process with the next higher id.</summary>
    public Process? Next => _inOrder.Next;

    internal override void Clear()
    {
        Pid = 0;
        Credentials = default;
    }

    internal readonly struct InOrder : ILinksOf<Process>
    {
        public static ref Links<Process> Of(Process item) => ref item._inOrder;
    }

    internal readonly struct InPidHash : ILinksOf<Process>
    {
        public static ref Links<Process> Of(Process item) => ref item._inPidHash;
    }
}
