namespace Verify.Implementation.Kernel;

/// <summary>A process group: FreeBSD's struct pgrp. It lives while a process is in it.</summary>
internal sealed class ProcessGroup : SignalOwner
{
    private Links<ProcessGroup> _inGroups;

    public int Id { get; set; }

    public override int OwnerId => -Id;

    public Session Session { get; set; } = null!;

    /// <summary>How many processes are in it.</summary>
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

/// <summary>A session: FreeBSD's struct session. It lives while it has a process group.</summary>
internal sealed class Session : ZoneItem
{
    /// <summary>The id of the process that made it.</summary>
    public int Id { get; set; }

    /// <summary>The process that made it, by its id; 0 after it has ended.</summary>
    public int Leader { get; set; }

    /// <summary>How many process groups are in it.</summary>
    public int Groups { get; set; }

    internal override void Clear()
    {
        Id = 0;
        Leader = 0;
        Groups = 0;
    }
}
