/*
 * Stands in for libz3.so where the system's Z3 is older than the C# binding.
 *
 * The binding drops its references from the garbage collector's finalizer thread. Newer Z3 takes that after
 * Z3_enable_concurrent_dec_ref; older Z3 has no such call and its contexts belong to one thread. So this library
 * holds every *_dec_ref back in a queue, and carries them out on the owner's thread: after its next *_inc_ref on the
 * same context, or before the context is deleted. All other entry points are those of libz3.so.4, which it links.
 *
 * It also has the process keep the memory that a context frees: the next one needs as much, and getting it from the
 * system again takes as long as many a query.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <z3.h>

#define KEPT_BYTES (1 << 30)
#define LARGEST_HEAP_BLOCK (32 << 20) /* What malloc allows at most. */

__attribute__((constructor)) static void keep_memory(void)
{
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
    mallopt(M_MMAP_THRESHOLD, LARGEST_HEAP_BLOCK);
}

typedef void release_function(Z3_context context, void *object);

struct release {
    struct release *next;
    release_function *function;
    Z3_context context;
    void *object;
};

/* Contexts are spread over the queues by address, so that threads with a context each rarely meet. */
#define QUEUES 64
static struct queue {
    pthread_mutex_t lock;
    struct release *first;
} queues[QUEUES] = { [0 ... QUEUES - 1] = { PTHREAD_MUTEX_INITIALIZER, NULL } };

static struct queue *queue_of(Z3_context context)
{
    return &queues[((uintptr_t)context >> 6) % QUEUES];
}

static void *original(const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    if (symbol == NULL) {
        fprintf(stderr, "z3shim: libz3.so.4 has no %s\n", name);
        abort();
    }
    return symbol;
}

static void hold_back(Z3_context context, void *object, release_function *function)
{
    struct queue *queue = queue_of(context);
    struct release *release = malloc(sizeof *release);
    if (release == NULL)
        return; /* The object then lives as long as its context. */
    release->function = function;
    release->context = context;
    release->object = object;
    pthread_mutex_lock(&queue->lock);
    release->next = queue->first;
    queue->first = release;
    pthread_mutex_unlock(&queue->lock);
}

/* Unlinks the context's releases under the lock and runs them outside it. */
static void carry_out(Z3_context context)
{
    struct queue *queue = queue_of(context);
    struct release *due = NULL;
    if (__atomic_load_n(&queue->first, __ATOMIC_ACQUIRE) == NULL)
        return;
    pthread_mutex_lock(&queue->lock);
    for (struct release **link = &queue->first; *link != NULL;) {
        struct release *release = *link;
        if (release->context != context) {
            link = &release->next;
            continue;
        }
        *link = release->next;
        release->next = due;
        due = release;
    }
    pthread_mutex_unlock(&queue->lock);
    while (due != NULL) {
        struct release *release = due;
        due = release->next;
        release->function(context, release->object);
        free(release);
    }
}

/* The new reference is taken before the old ones go: the object may be held by nothing else yet. */
#define COUNTED(prefix, type)                                                                                  \
    void Z3_API prefix##inc_ref(Z3_context context, type object)                                               \
    {                                                                                                          \
        static release_function *function;                                                                     \
        if (function == NULL)                                                                                  \
            function = (release_function *)original(#prefix "inc_ref");                                        \
        function(context, object);                                                                             \
        carry_out(context);                                                                                    \
    }                                                                                                          \
    void Z3_API prefix##dec_ref(Z3_context context, type object)                                               \
    {                                                                                                          \
        static release_function *function;                                                                     \
        if (function == NULL)                                                                                  \
            function = (release_function *)original(#prefix "dec_ref");                                        \
        hold_back(context, object, function);                                                                  \
    }

COUNTED(Z3_, Z3_ast)
COUNTED(Z3_apply_result_, Z3_apply_result)
COUNTED(Z3_ast_map_, Z3_ast_map)
COUNTED(Z3_ast_vector_, Z3_ast_vector)
COUNTED(Z3_fixedpoint_, Z3_fixedpoint)
COUNTED(Z3_func_entry_, Z3_func_entry)
COUNTED(Z3_func_interp_, Z3_func_interp)
COUNTED(Z3_goal_, Z3_goal)
COUNTED(Z3_model_, Z3_model)
COUNTED(Z3_optimize_, Z3_optimize)
COUNTED(Z3_param_descrs_, Z3_param_descrs)
COUNTED(Z3_params_, Z3_params)
COUNTED(Z3_probe_, Z3_probe)
COUNTED(Z3_solver_, Z3_solver)
COUNTED(Z3_stats_, Z3_stats)
COUNTED(Z3_tactic_, Z3_tactic)

void Z3_API Z3_del_context(Z3_context context)
{
    void (*function)(Z3_context) = (void (*)(Z3_context))original("Z3_del_context");
    carry_out(context);
    function(context);
}

/* The binding's Context constructor calls it; with the queues there is nothing to switch on. */
void Z3_API Z3_enable_concurrent_dec_ref(Z3_context context)
{
    (void)context;
}
