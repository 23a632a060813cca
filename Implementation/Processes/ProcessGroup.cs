using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>A process group: FreeBSD's struct pgrp. It exists as long as it has a member.</summary>
internal sealed class ProcessGroup : SignalOwner
{
    private Links<ProcessGroup> _inGroups;

    public int Id { get; set; }

    public override int OwnerId => -Id;

    public Session Session { get; set; } = null!;

    /// <summary>The number of processes in it.</summary>
    public int Members { get; set; }

    public ProcessGroup? Next => _inGroups.Next;

    public override bool IsIn(Session session) => ReferenceEquals(Session, session);

    internal override void Clear()
    {
        base.Clear();
        Id = 0;
        Session = null!;
        Members = 0;
    }

    internal readonly struct InGroups : ILinksOf<ProcessGroup>
    {
        public static ref Links<ProcessGroup> Of(ProcessGroup item) => ref item._inGroups;
    }
}
